import { describe, expect, it } from "vitest";
import { read } from "./read-case.ts";

describe("language", () => {
  const swedish = (level: "B1" | "B2" | "native") => ({
    languages: [{ anyOf: [{ language: "sv", level }] }],
  });
  const course = (letter: "C" | "D", status: "passed" | "attending") => ({
    languages: [{ language: "sv", sfi: { course: letter, status } }],
  });

  it("names the SFI course that would prove the level", () => {
    expect(read("language", course("D", "attending"), swedish("B1"))).toEqual([
      "fail",
      "svenska B1",
      "svenska: läser SFI kurs D (räknas som A2)",
      "language:sv:B1 Klara SFI kurs D (svenska B1)",
    ]);
    expect(read("language", course("D", "passed"), swedish("B1"))[0]).toBe("pass");
    expect(read("language", course("D", "passed"), swedish("B2"), "en")[3]).toBe(
      "language:sv:B2 Reach Swedish B2",
    );
  });

  it("has no remedy for not being a native speaker", () => {
    expect(read("language", course("C", "passed"), swedish("native"))).toEqual([
      "fail",
      "svenska på modersmålsnivå",
      "svenska: SFI kurs C godkänd (A2)",
    ]);
  });

  it("asks for the level of what is not listed, and of each alternative that is unknown", () => {
    expect(read("language", { languages: [{ language: "so" }] }, swedish("B1")).slice(2)).toEqual([
      "svenska: uppgift saknas",
      "language:sv Vilken nivå i svenska har personen?",
    ]);
    const either = { anyOf: [{ language: "en", level: "B2" as const }, { language: "so" }] };
    expect(read("language", {}, { languages: [either] }, "en").slice(3)).toEqual([
      "language:en Which level of English does the person have?",
      "language:so Which level of Somali does the person have?",
    ]);
  });

  it("takes a language without a level for known when no level is asked", () => {
    const listed = { languages: [{ language: "so" }] };
    expect(read("language", listed, { languages: [{ anyOf: [{ language: "so" }] }] })[0]).toBe("pass");
    const none = { languages: [{ language: "so", level: "none" as const }] };
    expect(read("language", none, { languages: [{ anyOf: [{ language: "so" }] }] })).toEqual([
      "fail",
      "somaliska",
      "somaliska: kan inte språket",
      "language:so Nå somaliska A1",
    ]);
  });
});
