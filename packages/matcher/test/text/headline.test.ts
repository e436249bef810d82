import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headlineCore } from "../../src/text/headline.ts";
import { occupationNames } from "../../src/text/occupation-names.ts";

describe("the core of a headline", () => {
  it.each([
    ["Vi söker undersköterska 80 % till Solgården!", "undersköterska"],
    ["Arbetsträning i köket, kock", "kock"],
    ["Lärling: bagare", "bagare"],
    ["Prova på att vara parkarbetare", "parkarbetare"],
    ["Utbildning till bussförare", "bussförare"],
    ["Snickare – fast lön, start omgående", "Snickare"],
    ["Personlig assistent sökes", "Personlig assistent"],
    ["Kommunen söker 3 lärare vikariat", "lärare"],
    ["Fullstack Developer within eHealth", "Fullstack Developer"],
    ["Senior Data Engineer to our team", "Data Engineer"],
    ["Cykelfixare med handledning", "Cykelfixare"],
  ])("of %j is %j", (headline, core) => {
    expect(headlineCore(headline)).toBe(core);
  });

  it("is the whole headline when nothing of it names work", () => {
    expect(headlineCore("Sommarjobb 2027!")).toBe("Sommarjobb 2027!");
    expect(headlineCore("!")).toBe("!");
  });

  it("is a known occupation, whatever stands around it", () => {
    const templates = [
      "Vi söker X",
      "X till kommunen",
      "Praktik som X",
      "X, heltid",
      "Extratjänst: X",
      "X 75 %",
    ];
    for (const name of occupationNames) {
      for (const template of templates) expect(headlineCore(template.replace("X", name))).toBe(name);
    }
  });

  it("is never empty, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (headline) => {
        expect(headlineCore(headline)).not.toBe("");
      }),
    );
  });
});
