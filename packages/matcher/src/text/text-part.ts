/** A text that gets a vector of its own inside a weighted sum of vectors. */
export interface TextPart {
  readonly text: string;
  /** Share of the sum before it is scaled to length 1; more than 0. */
  readonly weight: number;
}
