/** Plain data as a key: its JSON text, and an empty text for what is absent. */
export function jsonKeyOf(fact: unknown): string {
  return JSON.stringify(fact) ?? "";
}

/** What `jsonKeyOf` made a key of. */
export function factOfJsonKey<Fact>(key: string): Fact {
  const text = key === "" ? "{}" : `{"fact":${key}}`;
  return JSON.parse(text).fact;
}
