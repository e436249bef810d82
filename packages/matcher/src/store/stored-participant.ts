import type { Participant } from "@jobbmatch/shared";
import { type Facet, participantFacets } from "../text/facets.ts";
import type { Row } from "../vector-index/vector-store.ts";
import { type HashedText, hashedParts, hashedText } from "./part-vectors.ts";

/** A facet and the row of its vector. */
export interface StoredFacet extends Facet {
  readonly row: Row;
}

export interface StoredParticipant {
  readonly slot: number;
  readonly participant: Participant;
  readonly facets: readonly StoredFacet[];
  readonly skillRows: readonly Row[];
}

interface ParticipantParts {
  readonly slot: number;
  readonly participant: Participant;
  readonly facets: readonly Facet[];
  /** Of the facets, then of the skills. */
  readonly rows: readonly Row[];
}

/** What was stored of a participant. */
export function storedParticipant({ slot, participant, facets, rows }: ParticipantParts): StoredParticipant {
  return {
    slot,
    participant,
    facets: facets.map((facet, index) => ({ ...facet, row: rows[index] ?? 0 })),
    skillRows: rows.slice(facets.length),
  };
}

/** What is compared of a participant. */
export interface ParticipantTexts {
  readonly facets: readonly Facet[];
  /** Of the facets, then of the skills. */
  readonly texts: readonly HashedText[];
}

/** Every text of a participant that needs a vector. */
export function participantTexts(participant: Participant): ParticipantTexts {
  const facets = participantFacets(participant);
  const { skills = [] } = participant;
  return { facets, texts: [...facets.map(({ parts }) => hashedParts(parts)), ...skills.map(hashedText)] };
}
