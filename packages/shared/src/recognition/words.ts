/**
 * A pattern that matches whole words only. The `\b` of regular expressions takes å, ä and ö for the end of a word.
 * Capital letters make no difference unless `exact` is set.
 */
export function words(source: string, { exact = false }: { readonly exact?: boolean } = {}): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, exact ? "gu" : "giu");
}

/** One place where a pattern matched. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** All places where a pattern (with the flag `g`) matches. */
export function findAll(pattern: RegExp, text: string): Found[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    groups: match.groups ?? {},
  }));
}

/** Whether a pattern matches somewhere; unlike `test` it keeps no state between calls. */
export function occurs(pattern: RegExp, text: string): boolean {
  return text.search(pattern) !== -1;
}

/** The sentences that a quick look does not rule out; the patterns proper are many times slower. */
export function candidates<Sentence extends { readonly text: string }>(
  sentences: readonly Sentence[],
  stem: RegExp,
): Sentence[] {
  return sentences.filter(({ text }) => stem.test(text));
}
