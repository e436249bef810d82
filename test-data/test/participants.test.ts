import { isDeepStrictEqual } from "node:util";
import { parseParticipant } from "@jobbmatch/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultToday, generateParticipants } from "../src/index.ts";
import { personalData, textOf } from "./measures.ts";

const people = [...generateParticipants({ seed: 7, count: 1500 })];

describe("generateParticipants", () => {
  it("gives people that the shared schema accepts unchanged", () => {
    const changed = people.filter(
      (person) => !isDeepStrictEqual(parseParticipant(person), { ok: true, value: person }),
    );
    expect(changed).toEqual([]);
  });

  it("has no field that is undefined, so that a record survives JSON", () => {
    const changed = people.filter((person) => !isDeepStrictEqual(JSON.parse(JSON.stringify(person)), person));
    expect(changed).toEqual([]);
  });

  it("gives each person an id of their own", () => {
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  });

  it("gives the same people for the same seed and others for another", () => {
    expect([...generateParticipants({ seed: 7, count: 50 })]).toEqual(people.slice(0, 50));
    expect([...generateParticipants({ seed: 8, count: 50 })]).not.toEqual(people.slice(0, 50));
  });

  it("gives any stretch of a larger population, so that processes can share the work", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1400 }), fc.nat({ max: 100 }), (first, count) => {
        const stretch = [...generateParticipants({ seed: 7, first, count })];
        expect(stretch).toEqual(people.slice(first, first + count));
      }),
      { numRuns: 20 },
    );
  });

  it("makes people one at a time: the first of ten million is there at once", () => {
    const { value } = generateParticipants({ seed: 7, count: 10_000_000 }).next();
    expect(value).toEqual(people[0]);
  });

  it("places the people in the municipality, the units and the time that were asked for", () => {
    const options = {
      seed: 1,
      count: 400,
      municipality: "2480",
      units: ["north", "south"],
      today: "2030-06-03",
    };
    const others = [...generateParticipants(options)];
    const homes = others.filter(({ home }) => home?.municipality === "2480");
    expect(homes.length).toBeGreaterThan(250);
    expect(new Set(others.map(({ unit }) => unit))).toEqual(new Set(["north", "south"]));
    expect(others.every(({ registeredSince = "" }) => registeredSince < "2030-06-03")).toBe(true);
    expect(others.some(({ registeredSince = "" }) => registeredSince > defaultToday)).toBe(true);
  });

  it("holds no personal identity number, e-mail address, telephone number or link", () => {
    expect(people.filter((person) => personalData.test(textOf(person)))).toEqual([]);
  });

  it.each([
    ["seed", { seed: -1, count: 1 }],
    ["seed", { seed: 0.5, count: 1 }],
    ["count", { seed: 1, count: Number.NaN }],
    ["count", { seed: 1, count: 10_000_001 }],
    ["first", { seed: 1, count: 1, first: -1 }],
    ["municipality", { seed: 1, count: 1, municipality: "9999" }],
    ["units", { seed: 1, count: 1, units: [] }],
    ["units", { seed: 1, count: 1, units: ["a", "a"] }],
    ["units", { seed: 1, count: 1, units: ["not an id"] }],
    ["today", { seed: 1, count: 1, today: "2026-02-30" }],
    ["today", { seed: 1, count: 1, today: "soon" }],
  ])("tells at once that %s is wrong in %j", (field, options) => {
    expect(() => generateParticipants(options)).toThrow(
      expect.objectContaining({ code: "invalidRequest", problems: [expect.objectContaining({ field })] }),
    );
  });
});
