import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeProblem, JobbmatchError } from "@jobbmatch/shared";
import { writeJsonLines } from "./json-lines.ts";
import { generateParticipants } from "./participants.ts";
import { sampleOptions } from "./sample.ts";
import { generateVacancies } from "./vacancies.ts";

const usage = `Generates a believable municipality as two files, participants.jsonl and vacancies.jsonl.

Usage: npm run generate -- --out FOLDER [OPTION ...]

  --out FOLDER          where the files go; made if it is missing
  --participants N      how many people, default ${sampleOptions.participants}
  --vacancies N         how many places, default ${sampleOptions.vacancies}
  --seed S              a whole number, default ${sampleOptions.seed}; the same seed gives the same files
  --municipality CODE   where most of them are, default 1490
  --today DATE          the day that all dates lie around, default 2026-11-23
  --help                this text
`;

interface Command {
  readonly folder: string;
  readonly participants: number;
  readonly vacancies: number;
  readonly shared: { readonly seed: number; readonly municipality?: string; readonly today?: string };
}

/** What the arguments ask for, or `undefined` when they ask for help. */
function commandOf(args: readonly string[]): Command | undefined {
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

async function generate({ folder, participants, vacancies, shared }: Command): Promise<void> {
  // Both are made first, so that a wrong option is told before anything is written.
  const people = generateParticipants({ ...shared, count: participants });
  const places = generateVacancies({ ...shared, count: vacancies });
  await mkdir(folder, { recursive: true });
  await writeJsonLines(join(folder, "participants.jsonl"), people);
  await writeJsonLines(join(folder, "vacancies.jsonl"), places);
  process.stdout.write(`Wrote ${participants} participants and ${vacancies} vacancies to ${folder}\n`);
}

function describeError(error: unknown): string {
  if (error instanceof JobbmatchError) return error.problems.map(describeProblem).join("\n");
  return error instanceof Error ? error.message : String(error);
}

try {
  const command = commandOf(process.argv.slice(2));
  if (command === undefined) process.stdout.write(usage);
  else await generate(command);
} catch (error) {
  process.stderr.write(`${describeError(error)}\nSee --help.\n`);
  process.exitCode = 1;
}
