const millisecondsPerDay = 86_400_000;

/** Days since 1 January 1970 of an ISO date; `NaN` if it is not one. */
export function dayNumber(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) / millisecondsPerDay;
}

/** The ISO date of a day number. */
export function isoDateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The year in which a day number lies. */
export function yearOf(day: number): number {
  return new Date(day * millisecondsPerDay).getUTCFullYear();
}
