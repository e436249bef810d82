import type { Participant } from "@jobbmatch/shared";
import { type Facet, participantFacets } from "../text/facets.ts";
import type { HashedVector, Row } from "../vector-index/vector-store.ts";
import { hashedParts, hashedText, type VectorsByText } from "./part-vectors.ts";

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

/** The texts of a participant, facets first, then skills, with their vectors. */
export function hashedTexts(
  facets: readonly Facet[],
  { skills = [] }: Participant,
  vectors: VectorsByText,
): HashedVector[] {
  return [
    ...facets.map(({ parts }) => hashedParts(parts, vectors)),
    ...skills.map((skill) => hashedText(skill, vectors)),
  ];
}

/** Every text of a participant that needs a vector. */
export function participantTexts(participant: Participant): string[] {
  return [
    ...participantFacets(participant).flatMap(({ parts }) => parts.map(({ text }) => text)),
    ...(participant.skills ?? []),
  ];
}
