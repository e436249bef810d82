import { parseArgs } from "node:util";
import { isoDate, JobbmatchError } from "@jobbmatch/shared";
import type { OtherQuestion } from "./other-questions.ts";

export const usage = `Usage: npm run match -- [OPTIONS]

Ranks participants for every ad and says why. Without files it uses the demo municipality.

  --ads FILE            ads: JobTech JobSearch or JobStream, schema.org JobPosting, or Jobbmatch's own
                        vacancies; a JSON array, an answer with "hits", or JSON Lines
  --participants FILE   participants: a JSON array or JSON Lines
  --vacancy ID          only this ad
  --limit K             candidates for each ad, 1 to 1000 (default 5)
  --date YYYY-MM-DD     day of the match (default: today; an ad whose deadline has passed is matched as of the
                        day it was published, and says so)
  --exclude-unknown     leave out people about whom a requirement is unknown
  --unlocks ID          what would open most places to a participant: one change, and two together
  --unlocks-vacancy ID  what would let most people in to an ad
  --questions           whom to ask what first; with --vacancy ID, what to ask for that ad's sake
  --hunt                which kinds of workplace to call first for people without a good place
  --assign              propose who could be placed where, all places together, instead of a list for each ad
  --floor-weeks N       with --assign: nobody who fits a place waits longer for a proposal while there is a seat
  --language sv|en      language of the table (default sv)
  --json                JSON instead of a table; for a file, keep npm's own lines out of it:
                        npm run --silent match -- --json > lists.json
  --help                this text
`;

export interface MatchOptions {
  readonly ads?: string;
  readonly participants?: string;
  readonly vacancy?: string;
  readonly limit: number;
  readonly date?: string;
  readonly unknown: "keep" | "exclude";
  readonly language: "sv" | "en";
  readonly json: boolean;
  /** Something else than lists of candidates. */
  readonly question?: OtherQuestion;
  readonly assign: boolean;
  /** Only with `assign`: weeks of the floor. */
  readonly floorWeeks?: number;
  /** The short tour of `npm run demo`. */
  readonly demo: boolean;
  readonly help: boolean;
}

/**
 * Reads the command line.
 *
 * @throws JobbmatchError `invalidRequest` naming the option.
 */
export function readMatchOptions(args: readonly string[]): MatchOptions {
  const { values } = parse(args);
  const { ads, participants, vacancy, date } = values;
  if (values.assign && vacancy !== undefined) throw invalid("--assign looks at all ads: leave --vacancy out");
  if (!values.assign && values["floor-weeks"] !== undefined)
    throw invalid("--floor-weeks belongs to --assign");
  const question = readQuestion(values);
  return {
    ...(ads === undefined ? {} : { ads }),
    ...(participants === undefined ? {} : { participants }),
    ...(vacancy === undefined ? {} : { vacancy }),
    ...(date === undefined ? {} : { date: readDate(date) }),
    ...(values["floor-weeks"] === undefined ? {} : { floorWeeks: readWeeks(values["floor-weeks"]) }),
    ...(question === undefined ? {} : { question }),
    assign: values.assign,
    limit: readLimit(values.limit),
    unknown: values["exclude-unknown"] ? "exclude" : "keep",
    language: readLanguage(values.language),
    json: values.json,
    demo: values.demo,
    help: values.help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        ads: { type: "string" },
        participants: { type: "string" },
        vacancy: { type: "string" },
        limit: { type: "string", default: "5" },
        date: { type: "string" },
        unlocks: { type: "string" },
        "unlocks-vacancy": { type: "string" },
        questions: { type: "boolean", default: false },
        hunt: { type: "boolean", default: false },
        assign: { type: "boolean", default: false },
        "floor-weeks": { type: "string" },
        "exclude-unknown": { type: "boolean", default: false },
        language: { type: "string", default: "sv" },
        json: { type: "boolean", default: false },
        demo: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : "the options cannot be read");
  }
}

function readQuestion(values: ReturnType<typeof parse>["values"]): OtherQuestion | undefined {
  const { unlocks, "unlocks-vacancy": ofVacancy, vacancy } = values;
  const asked: OtherQuestion[] = [
    ...(unlocks === undefined ? [] : [{ kind: "unlocksOfParticipant", participant: unlocks } as const]),
    ...(ofVacancy === undefined ? [] : [{ kind: "unlocksOfVacancy", vacancy: ofVacancy } as const]),
    ...(values.questions
      ? [{ kind: "questions", ...(vacancy === undefined ? {} : { vacancy }) } as const]
      : []),
    ...(values.hunt ? [{ kind: "hunt" } as const] : []),
  ];
  if (asked.length + (values.assign ? 1 : 0) > 1)
    throw invalid("give only one of --unlocks, --unlocks-vacancy, --questions, --hunt and --assign");
  return asked[0];
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw invalid("--limit takes a whole number from 1 to 1000");
  return limit;
}

function readWeeks(text: string): number {
  const weeks = Number(text);
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > 520)
    throw invalid("--floor-weeks takes a whole number from 1 to 520");
  return weeks;
}

function readDate(text: string): string {
  const parsed = isoDate.safeParse(text);
  if (!parsed.success) throw invalid("--date takes a calendar day such as 2026-11-23");
  return parsed.data;
}

function readLanguage(text: string): "sv" | "en" {
  if (text !== "sv" && text !== "en") throw invalid("--language takes sv or en");
  return text;
}

function invalid(message: string): JobbmatchError {
  return new JobbmatchError({ code: "invalidRequest", message });
}
