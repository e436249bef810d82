import type { PlacementTypeCatalogue, Problem } from "@jobbmatch/shared";
import type { CompleteMatchRequest } from "../request.ts";
import type { PackedList } from "../retrieval/packed-list.ts";

/** What a thread is started with. */
export interface ThreadStart {
  /** The snapshot that all threads read. */
  readonly file: string;
  readonly modelId: string;
  readonly dimensions: number;
  readonly request: CompleteMatchRequest;
  /** The module whose `rules` are applied after the built-in ones. */
  readonly rulesModule?: string;
  /** The caller's own facts about placement types. */
  readonly placementTypes: PlacementTypeCatalogue | undefined;
}

/** Ids of vacancies whose lists are wanted. */
export interface ThreadTask {
  readonly vacancies: readonly string[];
}

/** What a thread says: once that it is ready, then one answer to each task in the order of the tasks. */
export type ThreadReply =
  | { readonly kind: "ready" }
  | { readonly kind: "lists"; readonly lists: readonly PackedList[] }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] };
