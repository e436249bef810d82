/** Terms with the texts they stand in. */
export class InvertedIndex {
  /** Terms in each text. */
  readonly lengths: readonly number[];
  readonly #postings = new Map<string, Map<number, number>>();

  constructor(texts: readonly (readonly string[])[]) {
    this.lengths = texts.map(({ length }) => length);
    for (const [text, terms] of texts.entries()) {
      for (const term of terms) {
        const posting = this.#postings.get(term) ?? new Map<number, number>();
        this.#postings.set(term, posting.set(text, (posting.get(text) ?? 0) + 1));
      }
    }
  }

  /** How often the term stands in each text that holds it. */
  occurrences(term: string): ReadonlyMap<number, number> {
    return this.#postings.get(term) ?? new Map();
  }

  terms(): IterableIterator<string> {
    return this.#postings.keys();
  }
}

/** How often each term occurs. */
export function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Words in lower case; letters and digits of any script. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
