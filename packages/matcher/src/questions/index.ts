export type { TalliedQuestion } from "../rules/question-tally.ts";
export { type QuestionRequest, questionRequest } from "./question-request.ts";
export type { PersonToAsk } from "./questions-of-everybody.ts";
