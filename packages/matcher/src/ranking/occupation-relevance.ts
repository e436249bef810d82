/** Relevance by how many leading digits two SSYK codes share: the same group, its neighbours, the same field. */
const relevanceBySharedDigits: readonly (readonly [digits: number, relevance: number])[] = [
  [4, 1],
  [3, 0.7],
  [2, 0.4],
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
