import { describe, expect, it } from "vitest";
import { occupationRelevance } from "../../src/ranking/occupation-relevance.ts";
import { englishOccupationCodeTable } from "../../src/text/english-occupation-codes.ts";
import { occupationCode, vacancyCode } from "../../src/text/occupation-code.ts";
import { occupationCodeTable } from "../../src/text/occupation-code-table.ts";

describe("the code of an occupation", () => {
  it.each([
    ["Undersköterska på sjukhus", "5321"],
    ["VÅRDBITRÄDE", "5330"],
    ["lokalvårdare", "9111"],
    ["Jobb i hemtjänst", "5330"],
    ["Erfaren barnskötare, förskola", "5311"],
    ["Hospital nursing assistant, night", "5321"],
    ["Cleaner", "9111"],
    ["", undefined],
    ["xyzzy", undefined],
  ])("of %j is %s", (text, code) => {
    expect(occupationCode(text)).toBe(code);
  });

  it("is found by the longest name", () => {
    expect(occupationCode("formgivare, grafisk formgivare")).toBe("2172");
    expect(occupationCode("formgivare")).not.toBe("2172");
  });

  it("comes from the vacancy's own data first, then from its names", () => {
    const vacancy = { id: "v", version: 1, employer: "e", seats: 1, seatsTaken: 0, status: "open" as const };
    expect(vacancyCode({ ...vacancy, title: "Kock", occupation: { text: "bagare", ssyk: "9999" } })).toBe(
      "9999",
    );
    expect(vacancyCode({ ...vacancy, title: "Kock", occupation: { text: "vårdbiträde" } })).toBe("5330");
    expect(vacancyCode({ ...vacancy, title: "Vi söker en kock till Skolan!" })).toBe("5120");
  });

  it.each([occupationCodeTable, englishOccupationCodeTable])(
    "stands once for each name, as four digits",
    (table) => {
      const lines = table.trim().split("\n");
      const names = lines.flatMap((line) => line.split(": ")[1]?.split(", ") ?? []);
      expect(lines.every((line) => /^\d{4}: \S/.test(line))).toBe(true);
      expect(new Set(names).size).toBe(names.length);
    },
  );
});

describe("the relevance of an occupation", () => {
  it("falls with each digit that is not shared, and is 0 when a code is unknown", () => {
    const codes = ["5321", "5323", "5330", "5411", "9111", "", undefined];
    expect(codes.map((code) => occupationRelevance(code, "5321"))).toEqual([1, 0.7, 0.4, 0, 0, 0, 0]);
  });
});
