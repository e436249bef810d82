import { type Embedder, Matcher } from "@jobbmatch/matcher";
import { JobbmatchError, type Problem } from "@jobbmatch/shared";
import type { Database } from "../storage/database.ts";
import { readHead } from "../storage/queries/read-head.ts";
import { readParticipantPages } from "../storage/queries/read-participant-pages.ts";
import { readVacancyPages } from "../storage/queries/read-vacancy-pages.ts";
import { refused } from "./apply-changes.ts";
import type { SnapshotFiles } from "./snapshot-files.ts";

/** A matcher that holds everything up to a position. */
export interface LoadedMatcher {
  readonly matcher: Matcher;
  readonly position: number;
  /** Whether it comes from a snapshot of just that position. */
  readonly isSaved: boolean;
}

export interface LoadOptions {
  readonly database: Database;
  readonly embedder: Embedder;
  readonly files: SnapshotFiles;
  readonly onProblem: (problem: Problem) => void;
}

/** Opens the newest snapshot that fits, or else reads the whole database. */
export async function loadMatcher(options: LoadOptions): Promise<LoadedMatcher> {
  return (await openNewest(options)) ?? readEverything(options);
}

/** A snapshot that is damaged, of another model, or ahead of the database (which was restored then) is discarded. */
async function openNewest({
  database,
  embedder,
  files,
  onProblem,
}: LoadOptions): Promise<LoadedMatcher | undefined> {
  const head = await readHead(database);
  for (const file of await files.list()) {
    if (file.position <= head) {
      try {
        const matcher = await Matcher.open(file.path, { embedder });
        return { matcher, position: file.position, isSaved: true };
      } catch (error) {
        if (!(error instanceof JobbmatchError)) throw error;
        for (const problem of error.problems) onProblem(problem);
      }
    }
    await files.discard(file);
  }
  return undefined;
}

/**
 * Reads all rows, page by page. What changes meanwhile comes again with the changes after the position, which is read
 * first, so no transaction need be held open.
 */
async function readEverything({ database, embedder, onProblem }: LoadOptions): Promise<LoadedMatcher> {
  const position = await readHead(database);
  const matcher = await Matcher.create({ embedder });
  for (const report of [
    await matcher.upsertParticipants(readParticipantPages(database)),
    await matcher.upsertVacancies(readVacancyPages(database)),
  ]) {
    for (const problem of refused(report)) onProblem(problem);
  }
  return { matcher, position, isSaved: false };
}
