/** Texts that get a name; what is made anew for each call would only fill the server's memory. */
const mostNames = 500;

/** Names for statements, by which the server knows again what it has read and planned before. */
export class StatementNames {
  readonly #names = new Map<string, string>();

  /** @returns `undefined` when there are too many different ones. */
  of(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known !== undefined || this.#names.size === mostNames) return known;
    const name = `jobbmatch_${this.#names.size + 1}`;
    this.#names.set(sql, name);
    return name;
  }
}
