import type { WorkPattern } from "../work-patterns.ts";

/** A kind of workplace, with what it offers and how common its places are. */
export interface Workplace {
  /** Begins the employer's id, such as `Förskola 12`. */
  readonly name: string;
  /** How many workplaces of this kind there are in the area. */
  readonly number: number;
  /** Relative share of all places. */
  readonly share: number;
  /** With its article, such as "ett äldreboende". */
  readonly indefinite: string;
  /** Where one works, such as "på äldreboendet". */
  readonly inside: string;
  /** Titles of the occupation table with relative weights. */
  readonly occupations: readonly (readonly [title: string, weight: number])[];
  readonly pattern: WorkPattern;
  /** Whether the municipality runs it: most placements that are not ordinary jobs are there. */
  readonly municipal: boolean;
}
