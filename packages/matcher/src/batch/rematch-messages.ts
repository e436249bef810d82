import type { PlacementTypeCatalogue, Problem } from "@jobbmatch/shared";
import type { CompleteMatchRequest } from "../request.ts";
import type { PackedList } from "../retrieval/candidates/packed-list.ts";

/** What a thread is started with. */
export interface ThreadStart {
  readonly modelId: string;
  readonly dimensions: number;
  readonly request: CompleteMatchRequest;
  /** The module whose `rules` are applied after the built-in ones. */
  readonly rulesModule?: string;
  /** The caller's own facts about placement types. */
  readonly placementTypes: PlacementTypeCatalogue | undefined;
}

/** What a thread is asked: once to open the snapshot, which all threads read, then for the lists of vacancies by id. */
export type ThreadTask =
  | { readonly kind: "open"; readonly file: string }
  | { readonly kind: "find"; readonly vacancies: readonly string[] };

/** What a thread says: one answer to each task, in the order of the tasks. */
export type ThreadReply =
  | { readonly kind: "opened" }
  | { readonly kind: "lists"; readonly lists: readonly PackedList[] }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };
