/** Before any day, for what has always been valid. */
export const firstDay = 0;
/** After any day, for what does not end. */
export const lastDay = 99_999_999;

/** An ISO date as a whole number that keeps the order: "2026-11-23" is 20261123. */
export function dayNumber(day: string): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
}

/** The ISO date that a number stands for. */
export function dayText(number: number): string {
  const digits = String(number).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
