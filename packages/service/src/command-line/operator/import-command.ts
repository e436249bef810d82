import {
  describeProblem,
  importAds,
  importParticipants,
  JobbmatchError,
  type Localised,
  type Participant,
  type Problem,
  readJsonRecords,
  type Vacancy,
} from "@jobbmatch/shared";
import { type Command, Option } from "commander";
import type { Database, Transaction } from "../../storage/database.ts";
import { readVacancy } from "../../storage/queries/read-vacancy.ts";
import { putParticipants, putVacancies } from "../../storage/records/put-records.ts";
import { removeVacancy } from "../../storage/records/remove-vacancy.ts";
import type { WriteResult } from "../../storage/records/write-result.ts";
import { startProgress } from "../progress.ts";
import { openFile } from "../read-records.ts";
import { type CommandContext, contextOf, withStorage } from "./context.ts";

const kinds = ["participants", "vacancies"] as const;
type Kind = (typeof kinds)[number];

/** Records that are written in one transaction. */
const batchSize = 100;
/** Problems that are printed one by one; the rest are counted. */
const shownProblems = 20;

/** `import FILE`: participants, vacancies or ads, straight into the database. */
export function addImportCommand(program: Command): void {
  program
    .command("import")
    .description("store participants, vacancies or ads (JobTech, JobPosting) from a JSON array or JSON Lines")
    .argument("<file>", "the file")
    .addOption(
      new Option("--kind <kind>", "what the file holds; found out by itself otherwise").choices(kinds),
    )
    .action((file: string, { kind }: { kind?: Kind }, command: Command) =>
      importFile(contextOf(command), file, kind),
    );
}

/** What became of the records of a file. */
interface ImportCounts {
  stored: number;
  unchanged: number;
  removed: number;
  masked: number;
  refused: number;
  readonly problems: Problem[];
}

async function importFile(context: CommandContext, file: string, wanted: Kind | undefined): Promise<void> {
  const kind = wanted ?? (await kindOf(file));
  const opened = await openFile(file);
  const progress = startProgress(context.text(importing), opened.size);
  const counts: ImportCounts = { stored: 0, unchanged: 0, removed: 0, masked: 0, refused: 0, problems: [] };
  try {
    await withStorage(context, async ({ database }) => {
      const lines =
        kind === "participants" ? participantsOf(opened.bytes, counts) : adsOf(opened.bytes, counts);
      for await (const batch of batches(lines)) {
        await store(database, batch, counts);
        progress.update(opened.position());
      }
    });
  } finally {
    progress.stop();
  }
  report(context, counts);
}

/** Looks at the first record: participants have a unit, everything else is a vacancy or an ad. */
async function kindOf(file: string): Promise<Kind> {
  const { bytes } = await openFile(file);
  for await (const record of readJsonRecords(bytes)) {
    if (record.kind === "problem") continue;
    const { json } = record;
    return typeof json === "object" && json !== null && "unit" in json ? "participants" : "vacancies";
  }
  throw new JobbmatchError({ code: "invalidRequest", message: `there is no record in ${file}` });
}

type Write =
  | { readonly kind: "participant"; readonly record: Participant }
  | { readonly kind: "vacancy"; readonly record: Vacancy }
  | { readonly kind: "removal"; readonly id: string };

async function* participantsOf(
  bytes: AsyncIterable<Uint8Array>,
  counts: ImportCounts,
): AsyncGenerator<Write> {
  for await (const event of importParticipants(bytes)) {
    if (event.kind === "problem") counts.problems.push(event.problem);
    else {
      if (event.masked.length > 0) counts.masked += 1;
      yield { kind: "participant", record: event.participant };
    }
  }
}

async function* adsOf(bytes: AsyncIterable<Uint8Array>, counts: ImportCounts): AsyncGenerator<Write> {
  for await (const event of importAds(bytes)) {
    if (event.kind === "problem") counts.problems.push(event.problem);
    else if (event.kind === "removed") yield { kind: "removal", id: event.id };
    else {
      if (event.masked.length > 0) counts.masked += 1;
      yield { kind: "vacancy", record: event.vacancy };
    }
  }
}

async function* batches(writes: AsyncIterable<Write>): AsyncGenerator<Write[]> {
  let batch: Write[] = [];
  for await (const write of writes) {
    batch.push(write);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function store(database: Database, batch: readonly Write[], counts: ImportCounts): Promise<void> {
  const results = await database.transaction((transaction) => storeBatch(transaction, batch));
  for (const result of results) {
    if (result.kind === "refused") {
      counts.refused += 1;
      counts.problems.push(result.problem);
    } else if (result.outcome === "removed") counts.removed += 1;
    else if (result.outcome === "unchanged") counts.unchanged += 1;
    else counts.stored += 1;
  }
}

/** An ad that comes and is taken back in the same batch ends as it stands in the file: removals come last. */
async function storeBatch(transaction: Transaction, batch: readonly Write[]): Promise<WriteResult[]> {
  const participants = batch.flatMap((write) => (write.kind === "participant" ? [write.record] : []));
  const vacancies = batch.flatMap((write) => (write.kind === "vacancy" ? [write.record] : []));
  const results = [
    ...(await putParticipants(transaction, { records: participants, units: null })),
    ...(await putVacancies(transaction, { records: vacancies, units: null })),
  ];
  for (const { id } of batch.flatMap((write) => (write.kind === "removal" ? [write] : []))) {
    if ((await readVacancy(transaction, { id, units: null })) === undefined) continue;
    results.push(await removeVacancy(transaction, { id, units: null }));
  }
  return results;
}

function report({ text, write, tell }: CommandContext, counts: ImportCounts): void {
  for (const problem of counts.problems.slice(0, shownProblems)) tell(describeProblem(problem));
  const more = counts.problems.length - shownProblems;
  if (more > 0) tell(`${text(andMore)} ${more}`);
  const { stored, unchanged, removed, masked, problems } = counts;
  write(
    `${text(words.stored)} ${stored}, ${text(words.unchanged)} ${unchanged}, ${text(words.removed)} ${removed}`,
  );
  if (masked > 0) write(`${text(words.masked)} ${masked}`);
  if (problems.length > 0) process.exitCode = 1;
}

const importing = { sv: "Läser in", en: "Importing" };
const andMore = { sv: "fler problem:", en: "more problems:" };
const words = {
  stored: { sv: "sparade", en: "stored" },
  unchanged: { sv: "oförändrade", en: "unchanged" },
  removed: { sv: "borttagna", en: "removed" },
  masked: { sv: "poster där personuppgifter maskerades:", en: "records in which personal data was masked:" },
} as const satisfies Record<string, Localised>;
