/**
 * The loop that bounds scores, over memory of its own. All addresses are in bytes.
 *
 * From 0 lies the query, from `listAddress` the slots that are asked for (uint32), from `outAddress` their bounds
 * (float32), from `firstRecord` a record of 64 bytes for each slot (see `SlotRecord`). All sums are in float32 and in the same
 * order, so that every kernel gives the same bits.
 */
export interface BoundKernel {
  readonly kind: "webAssembly" | "javaScript";
  /** The memory: another object after each `reserve`. */
  readonly buffer: ArrayBufferLike;
  /** Makes the memory at least so many bytes long; what it holds stays. */
  reserve(bytes: number): void;
  /**
   * Bounds the scores of the first `count` slots of the list.
   *
   * @param similarities address of an upper bound for each row + 1, 0 or less for row + 1 = 0 (float32).
   */
  boundSlots(count: number, similarities: number): void;
  /**
   * Writes the places (uint32, in rising order) of similarities that are greater than a bound.
   *
   * @param count how many similarities there are: a multiple of `similaritiesTogether`.
   * @returns how many are greater.
   */
  placesAbove(similarities: number, count: number, bound: number, out: number): number;
}

/** Where the parts of a query lie. Shares are the weights of features divided by the sum of all (float32). */
export const queryPlaces = {
  /** What is added to each bound. */
  constant: 0,
  similarityShare: 4,
  experienceShare: 8,
  wishShare: 12,
  distanceShare: 16,
  skillsShare: 20,
  /** Where the work is on the unit sphere, in units of `homeUnit`: x, y, z (float32). */
  place: 24,
  /** The occupation's code (see `askedCode`). */
  asked: 36,
  /** How many codes a wish can meet, and these (each as `askedCode`). */
  offeredCount: 48,
  offered: 52,
  /** Kilometres in a `homeUnit`, and by how many the distance between two such places can be too long (float32). */
  kmPerUnit: 120,
  kmError: 124,
  /** For each number of months + 1: 0.4 and what practice adds (float32, 1024 of them). */
  practice: 128,
  /** For each packed year: what being recent adds (float32, 256 of them). */
  freshness: 4_224,
  /** For each whole kilometre: the most that a distance without a limit is worth (float32, 512 of them). */
  fading: 5_248,
} as const;

/** Codes that a wish can meet at most. */
export const mostOffered = 4;
/** Slots that one call takes. */
export const slotsPerCall = 1024;
export const listAddress = 7_296;
export const outAddress: number = listAddress + slotsPerCall * 4;
export const firstRecord = 16_384;
export const recordBytes = 64;

/** Similarities are looked through so many at a time. */
export const similaritiesTogether = 16;

/** Offsets within a record. */
export const recordPlaces = { texts: 0, work: 32, wishes: 44, home: 52, reachKm: 58, flags: 60 } as const;

/**
 * An occupation's code for the kernel: its number, then the first number of those that share three digits with it, then of
 * those that share two. Numbers that no code has stand for an unknown one.
 */
export function askedCode(number: number): readonly [number: number, ofThree: number, ofTwo: number] {
  if (number === 0) return [unmatched, unmatched, unmatched];
  return [number, firstOf(number, 10), firstOf(number, 100)];
}

const unmatched = 0xffff_0000;

function firstOf(number: number, size: number): number {
  return Math.floor((number - 1) / size) * size + 1;
}
