import type { Participant, VacancyInput } from "@jobbmatch/shared";

/** The share of the records for which something holds, 0 to 1. */
export function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length;
}

/** The first language is listed first; it is the mother tongue in these data. */
export function firstLanguage({ languages }: Participant): string | undefined {
  return languages?.[0]?.language;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How often each value occurs, the most frequent first. */
export function frequencies(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** All text of a record in which somebody could have written something about themselves. */
export function textOf(record: Participant | VacancyInput): string {
  return JSON.stringify(record, (key, value) => (key === "coordinates" ? undefined : value));
}

export function isNamedAmong(texts: readonly (string | undefined)[], pattern: RegExp): boolean {
  return texts.some((text) => text !== undefined && pattern.test(text));
}

/** Ten or twelve digits in the form of an identity number, an e-mail address, a telephone number, a link. */
export const personalData = /\b(?:\d{2})?\d{6}[-+ ]?\d{4}\b|@|https?:|\b0\d{1,3}[- ]\d{5,}|\+46/;
