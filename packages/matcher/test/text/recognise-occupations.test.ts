import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { occupationNames } from "../../src/text/occupation-names.ts";
import { recogniseOccupations } from "../../src/text/recognise-occupations.ts";

describe("recognised occupations", () => {
  it.each([
    ["Undersköterskorna arbetar i team", ["undersköterska"]],
    ["Vi söker lärare, kockar och en snickare", ["lärare", "kock", "snickare"]],
    ["Som vaktmästaren vet", ["vaktmästare"]],
    ["personlig assistent, personlig assistent", ["personlig assistent"]],
    ["Ett kockat ägg", []],
    ["", []],
  ])("of %j are %j", (text, names) => {
    expect(recogniseOccupations(text)).toEqual(names);
  });

  it("finds every name of the vocabulary among other words", () => {
    for (const name of occupationNames) {
      expect(recogniseOccupations(`Xyz ${name.toUpperCase()}, abc.`)).toEqual([name]);
    }
  });

  it("finds the longer of two names that overlap, and each name once", () => {
    const pieces = ["kock", "personlig assistent", "personlig", "tränare", "xyz", "account manager"];
    const known = new Set(occupationNames);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (mentioned) => {
        const expected = new Set(mentioned.filter((piece) => known.has(piece)));
        expect(recogniseOccupations(mentioned.join(" xyz "))).toEqual([...expected]);
      }),
    );
    expect(recogniseOccupations("personlig tränare")).toEqual(["personlig tränare"]);
  });
});

describe("the vocabulary", () => {
  it("holds lower-case names of one or two words, each once", () => {
    expect(new Set(occupationNames).size).toBe(occupationNames.length);
    for (const name of occupationNames) expect(name).toMatch(/^[^\s\p{Lu},]{2,}( [^\s\p{Lu},]+)?$/u);
  });
});
