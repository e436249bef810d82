import type { Participant } from "@jobbmatch/shared";
import type { Pair } from "../ranking/feature.ts";
import type { SlotSimilarities } from "../ranking/feature-column.ts";
import { placesOfFacets } from "../store/facet-places.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { participantFacets } from "../text/facets.ts";

/** The vacancy of a match, and its day. */
export interface MatchedVacancy {
  readonly stored: StoredVacancy;
  /** ISO date. */
  readonly date: string;
}

/** A pair from similarities that are known already: what `Comparison` gives without them. */
export function pairFrom(
  participant: Participant,
  { texts, skills }: Readonly<SlotSimilarities>,
  { stored, date }: MatchedVacancy,
): Pair {
  const facets = participantFacets(participant);
  const places = placesOfFacets(facets);
  return {
    participant,
    vacancy: stored.vacancy,
    date,
    facets: facets.map(({ kind, index, text }, position) => ({
      kind,
      index,
      text,
      similarity: texts[places[position] ?? 0] ?? 0,
    })),
    skills: stored.skills.map(({ skill, demand }, position) => ({
      skill,
      demand,
      similarity: participant.skills && skills[position],
    })),
  };
}
