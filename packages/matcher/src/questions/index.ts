export { type QuestionRequest, questionRequest } from "./question-request.ts";
export type { PersonToAsk } from "./questions-of-everybody.ts";
export type { TalliedQuestion } from "./tally.ts";
