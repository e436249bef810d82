/** Relevance by how many leading digits two SSYK codes share: the same group, its neighbours, the same field. */
const sameGroup = 1;
const neighbouring = 0.7;
const sameField = 0.4;
const relevanceBySharedDigits: readonly (readonly [digits: number, relevance: number])[] = [
  [4, sameGroup],
  [3, neighbouring],
  [2, sameField],
];

/**
 * How related two occupations are by their SSYK codes, 0 to 1; 0 if one is unknown (`undefined` or empty).
 *
 * @example
 * occupationRelevance("5330", "5321"); // 0.4: care assistant and assistant nurse, both in care
 */
export function occupationRelevance(had: string | undefined, asked: string | undefined): number {
  if (!had || !asked) return 0;
  const shared = relevanceBySharedDigits.find(([digits]) => had.slice(0, digits) === asked.slice(0, digits));
  return shared?.[1] ?? 0;
}

/** The most that the relevance of two unlike codes can be. */
export const mostForOtherCode: number = neighbouring;

/** An SSYK code as a number from 1; `unknownCode` for an unknown one. */
export type CodeNumber = number;
export const unknownCode: CodeNumber = 0;

export function codeNumber(code: string | undefined): CodeNumber {
  return code ? Number(code) + 1 : unknownCode;
}

/** `occupationRelevance` of two codes by their numbers: fast enough to be asked of everybody. */
export function codeRelevance(had: CodeNumber, asked: CodeNumber): number {
  if (had === unknownCode || asked === unknownCode) return 0;
  if (had === asked) return sameGroup;
  const one = had - 1;
  const other = asked - 1;
  // Cut off as whole numbers, which takes a fraction of the time of dividing floats.
  if (((one / 100) | 0) !== ((other / 100) | 0)) return 0;
  return ((one / 10) | 0) === ((other / 10) | 0) ? neighbouring : sameField;
}
