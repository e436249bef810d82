import { expect } from "vitest";
import type { Shortlists } from "./fresh-shortlists.ts";

/** The last digits of a text's vector depend on what else is embedded with it, and so differ between processes. */
const tolerance = 1e-6;

/** Expects shortlists of two processes to be the same, up to the last digits of their numbers. */
export function expectAlike(actual: Shortlists, wanted: Shortlists): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(wanted).sort());
  expect(actual).toEqual(withToleratedNumbers(wanted));
}

function withToleratedNumbers(value: unknown): unknown {
  if (typeof value === "number" && !Number.isInteger(value)) return closeTo(value);
  if (Array.isArray(value)) return value.map(withToleratedNumbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withToleratedNumbers(each)]));
}

function closeTo(value: number): unknown {
  return expect.closeTo(value, -Math.log10(tolerance));
}
