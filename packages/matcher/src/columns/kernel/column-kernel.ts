/** What `selectByClass` reads of a class: neither bit for a failure or for nobody. */
export const passByte = 128;
export const unknownByte = 64;

/** A place on the globe as a vector of length 1: x, y, z. */
export type Point = readonly [x: number, y: number, z: number];

/** Points by slot, and how far from them counts; all arrays have the same length, a multiple of 32. */
export interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
  /** Squared chords, 0 to 4; less than 0 where nobody is or nothing is known. */
  readonly limit: Float32Array;
}

/** An arc by which limits are exceeded at most, as cosine and sine of half of it. */
export interface Margin {
  readonly cosine: number;
  readonly sine: number;
}

/** What one rule says of all slots, in words of 32. No slot is in both. */
export interface OutcomeWords {
  readonly pass: Uint32Array;
  readonly unknown: Uint32Array;
}

/** How one rule narrows the field. All counts are of visible slots. */
export interface RuleCounts {
  pass: number;
  unknown: number;
  /** Slots that neither this rule nor one before it excludes. */
  remaining: number;
  /** Slots that no rule excludes and for which this one lacks knowledge. */
  open: number;
  /** Those of them for which no other rule lacks knowledge. */
  settles: number;
}

/** What is left when all rules have narrowed the field. */
export interface Narrowed {
  /** Slots that no rule excludes. */
  readonly allowed: Uint32Array;
  /** Slots that exactly one rule excludes. */
  readonly excludedOnce: Uint32Array;
  /** In the order of the rules. */
  readonly counts: readonly RuleCounts[];
}

/**
 * The innermost loops over columns. A set of slots is an array of 32-bit words: slot `n` is bit `n % 32` of word
 * `floor(n / 32)`. Nothing is remembered from one call to the next.
 */
export interface ColumnKernel {
  readonly kind: "webAssembly" | "javaScript";
  /**
   * Sorts slots by the outcome of their class.
   *
   * @param classes the class of each slot; as many as a multiple of 32.
   * @param outcomes for each class 0, `passByte` or `unknownByte`.
   */
  selectByClass(classes: Uint16Array | Uint32Array, outcomes: Uint8Array): OutcomeWords;
  /** The slots whose points lie within their limit of a place (`inner`), and within their limit and a margin (`outer`). */
  selectNear(
    points: Points,
    place: Point,
    margin: Margin,
  ): { readonly inner: Uint32Array; readonly outer: Uint32Array };
  /**
   * Applies all rules to the visible slots.
   *
   * @param excludesUnknown whether a slot is excluded where a rule lacks knowledge.
   */
  narrow(visible: Uint32Array, answers: readonly OutcomeWords[], excludesUnknown: boolean): Narrowed;
}
