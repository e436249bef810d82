import type { ApiClient } from "./api-client.ts";

interface Lists {
  readonly lists: readonly {
    readonly unit: string;
    readonly entries: readonly { readonly participant: string; readonly rank: number }[];
  }[];
}

/** Somebody who stands on a shortlist. */
export interface ListedPerson {
  readonly participant: string;
  readonly vacancy: string;
  readonly unit: string;
}

export interface ListedPeople {
  /** Shortlists that there are. */
  readonly shortlists: number;
  /** Everybody on a list of a vacancy that was accepted, once, with the list that they stand highest on. */
  readonly people: readonly ListedPerson[];
}

/** Reads the stored shortlists of all vacancies. */
export async function readListedPeople(
  client: ApiClient,
  vacancyIds: readonly string[],
  accept: (vacancy: string) => boolean,
): Promise<ListedPeople> {
  const best = new Map<string, ListedPerson & { readonly rank: number }>();
  let shortlists = 0;
  for (const vacancy of vacancyIds) {
    const { lists } = await client.json<Lists>("GET", `/v1/vacancies/${vacancy}/shortlist`);
    shortlists += lists.length;
    if (!accept(vacancy)) continue;
    for (const { unit, entries } of lists) {
      for (const { participant, rank } of entries) {
        if (rank < (best.get(participant)?.rank ?? Number.POSITIVE_INFINITY))
          best.set(participant, { participant, vacancy, unit, rank });
      }
    }
  }
  return { shortlists, people: [...best.values()] };
}
