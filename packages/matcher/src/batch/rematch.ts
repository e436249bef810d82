import { JobbmatchError } from "@jobbmatch/shared";
import type { MatchIndex } from "../match-index/match-index.ts";
import { type CompleteMatchRequest, completeRequest, type MatchRequest } from "../request.ts";
import { type CandidateList, topCandidates } from "../retrieval/candidates/top-candidates.ts";
import { type FormerList, rematchInThreads, type ThreadedRematch } from "./rematch-in-threads.ts";

/** How far a batch has come. */
export interface RematchProgress {
  /** Lists that were handed over. */
  readonly done: number;
  /** Vacancies in all. */
  readonly total: number;
}

/** How to match all vacancies anew. */
export interface RematchOptions {
  /**
   * Worker threads, 0 to 64. 0 and 1: this thread, which gives way to other work between two lists. Each thread has a
   * matcher of its own (some 1.3 kB of memory a participant) and reads a snapshot that is written for it into the
   * operating system's folder for temporary files. @default 0
   */
  readonly threads?: number;
  /** Stops the batch, at once when the threads have their snapshot; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each list that was handed over. */
  readonly onProgress?: (progress: RematchProgress) => void;
  /**
   * For a matcher with rules of your own and several threads, since functions can't be sent to a thread: the URL of a
   * module that exports the same list of them as `rules`.
   */
  readonly rulesModule?: string | URL;
}

/** The candidates of every vacancy, one list at a time, in the order in which the vacancies came. */
export async function* rematch(
  index: MatchIndex,
  request?: MatchRequest,
  options: RematchOptions = {},
): AsyncGenerator<CandidateList> {
  const { signal, onProgress } = options;
  const complete = completeRequest(request);
  const threads = threadsOf(options, index.hasOwnRules);
  const vacancies = index.vacancies.ids();
  signal?.throwIfAborted();
  const lists =
    threads < 2
      ? rematchHere(index, vacancies, complete, signal)
      : broughtUpToDate(
          index,
          complete,
          rematchInThreads({ ...threadStart(index, complete, options), vacancies, threads, signal }),
        );
  let done = 0;
  for await (const list of lists) {
    yield list;
    done += 1;
    onProgress?.({ done, total: vacancies.length });
  }
}

/** On this thread, which gives way to other work after each list. */
async function* rematchHere(
  index: MatchIndex,
  vacancies: readonly string[],
  request: CompleteMatchRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<CandidateList> {
  for (const id of vacancies) {
    signal?.throwIfAborted();
    const stored = index.vacancies.get(id);
    if (stored !== undefined) yield topCandidates(index, stored, request);
    await new Promise(setImmediate);
  }
}

/**
 * The lists that threads found in a snapshot of this moment, each brought up to date when its turn comes. What they send
 * is remembered as if it had been asked for before the changes that came meanwhile.
 */
async function* broughtUpToDate(
  index: MatchIndex,
  request: CompleteMatchRequest,
  formerLists: AsyncIterable<FormerList>,
): AsyncGenerator<CandidateList> {
  const { participants, vacancies, remembered } = index;
  const [people, places] = [participants.changes.revision, vacancies.changes.revision];
  const { plan: _, ...withoutPlan } = request;
  for await (const { vacancy, list } of formerLists) {
    const stored = vacancies.get(vacancy);
    if (stored === undefined) continue;
    const isKnown = vacancies.isAsOf(vacancy, places);
    if (isKnown) remembered.set(stored, withoutPlan, list, { listed: people, counted: people });
    yield topCandidates(index, stored, isKnown ? withoutPlan : request);
  }
}

function threadStart(
  index: MatchIndex,
  request: CompleteMatchRequest,
  { rulesModule }: RematchOptions,
): Pick<ThreadedRematch, "start" | "save"> {
  const { modelId, dimensions } = index.embedder;
  const { placementTypes } = index;
  const rules = rulesModule === undefined ? {} : { rulesModule: String(rulesModule) };
  return {
    start: { modelId, dimensions, request, placementTypes, ...rules },
    // Threads find by columns and vectors. Only facts of a caller's own rules may have to be read from the profiles.
    save: (file) => index.save(file, { isLasting: false, hasProfiles: index.hasOwnRules }),
  };
}

const mostThreads = 64;

/** How many threads the options ask for. @throws JobbmatchError `invalidRequest` */
function threadsOf({ threads = 0, rulesModule }: RematchOptions, hasOwnRules: boolean): number {
  if (!Number.isInteger(threads) || threads < 0 || threads > mostThreads) {
    throw invalidRequest("threads", `threads must be a whole number from 0 to ${mostThreads}`);
  }
  if (threads > 1 && hasOwnRules && rulesModule === undefined) {
    throw invalidRequest(
      "rulesModule",
      "several threads need the module that exports the caller's own rules",
    );
  }
  return threads;
}

function invalidRequest(field: string, message: string): JobbmatchError {
  return new JobbmatchError({ code: "invalidRequest", field, message });
}
