import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeProblem, JobbmatchError } from "@jobbmatch/shared";
import { writeJsonLines } from "./json-lines.ts";
import { generateParticipants } from "./participants.ts";
import { sampleOptions } from "./sample.ts";
import { generateVacancies } from "./vacancies.ts";

export const usage = `Generates a believable municipality as two files, participants.jsonl and vacancies.jsonl.

Usage: npm run generate -- --out FOLDER [OPTION ...]

  --out FOLDER          where the files go; made if it is missing
  --participants N      how many people, default ${sampleOptions.participants}
  --vacancies N         how many places, default ${sampleOptions.vacancies}
  --seed S              a whole number, default ${sampleOptions.seed}; the same seed gives the same files
  --municipality CODE   where most of them are, default 1490
  --today DATE          the day that all dates lie around, default 2026-11-23
  --help                this text
`;

/** What the arguments ask for. */
export interface Command {
  readonly folder: string;
  readonly participants: number;
  readonly vacancies: number;
  readonly shared: { readonly seed: number; readonly municipality?: string; readonly today?: string };
}

/**
 * Reads the arguments of the command line.
 *
 * @returns what they ask for, or `undefined` when they ask for help.
 * @throws JobbmatchError `invalidRequest` if a value is wrong; the platform's TypeError if an option is not known.
 */
export function commandOf(args: readonly string[]): Command | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: "string" },
      participants: { type: "string" },
      vacancies: { type: "string" },
      seed: { type: "string" },
      municipality: { type: "string" },
      today: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) return undefined;
  if (values.out === undefined) throw wrongArgument("out", "tell which folder the files go to: --out FOLDER");
  return {
    folder: values.out,
    participants: wholeNumber("participants", values.participants, sampleOptions.participants),
    vacancies: wholeNumber("vacancies", values.vacancies, sampleOptions.vacancies),
    shared: {
      seed: wholeNumber("seed", values.seed, sampleOptions.seed),
      ...(values.municipality === undefined ? {} : { municipality: values.municipality }),
      ...(values.today === undefined ? {} : { today: values.today }),
    },
  };
}

function wholeNumber(name: string, text: string | undefined, byDefault: number): number {
  if (text === undefined) return byDefault;
  if (!/^\d{1,15}$/.test(text)) throw wrongArgument(name, "expected a whole number from 0");
  return Number(text);
}

function wrongArgument(name: string, message: string): JobbmatchError {
  return new JobbmatchError({ code: "invalidRequest", field: `--${name}`, message });
}

/** Writes the two files, waiting for the disk, and returns their paths. @throws JobbmatchError `invalidRequest` for a wrong option. */
export async function generate({ folder, participants, vacancies, shared }: Command): Promise<string[]> {
  // Both are made first, so that a wrong option is told before anything is written.
  const people = generateParticipants({ ...shared, count: participants });
  const places = generateVacancies({ ...shared, count: vacancies });
  await mkdir(folder, { recursive: true });
  const files = [join(folder, "participants.jsonl"), join(folder, "vacancies.jsonl")] as const;
  await writeJsonLines(files[0], people);
  await writeJsonLines(files[1], places);
  return [...files];
}

/** What went wrong, for a person to read. */
export function describeError(error: unknown): string {
  if (error instanceof JobbmatchError) return error.problems.map(describeProblem).join("\n");
  return error instanceof Error ? error.message : String(error);
}
