import { describe, expect, it } from "vitest";
import { date, read } from "./read-case.ts";

describe("dates", () => {
  it("closes after the deadline and not on it", () => {
    expect(read("dates", {}, { deadline: "2026-02-28" })[2]).toBe("sista ansökningsdag har passerat");
    expect(read("dates", {}, { deadline: date })).toEqual([
      "pass",
      "sista ansökningsdag 2026-03-01",
      "ansökan är öppen",
    ]);
  });

  it("names the days that would have to change", () => {
    const availability = { from: "2026-04-01", until: "2026-05-31" };
    expect(read("dates", { availability }, { start: "2026-03-15", end: "2026-06-30" })).toEqual([
      "fail",
      "kan arbeta från 2026-03-15 till 2026-06-30",
      "kan arbeta från och med 2026-04-01 till och med 2026-05-31",
      "dates:from:2026-03-15 Kunna börja senast 2026-03-15",
      "dates:until:2026-06-30 Kunna arbeta till och med 2026-06-30",
    ]);
  });

  it("takes a start in the past for today and a bound that is missing for open", () => {
    expect(
      read("dates", { availability: { from: date } }, { start: "2026-01-01", end: "2026-12-31" })[0],
    ).toBe("pass");
    expect(read("dates", { availability: {} }, { start: "2026-01-01" })[0]).toBe("pass");
    expect(read("dates", {}, { start: "2026-01-01" }, "en").slice(2)).toEqual([
      "no information on dates",
      "dates:availability From which date can the person work?",
    ]);
  });

  it("is over when the end has passed, whoever asks", () => {
    expect(read("dates", {}, { start: "2026-01-01", end: "2026-02-28" })).toEqual([
      "fail",
      "kan arbeta från 2026-01-01 till 2026-02-28",
      "perioden är slut",
    ]);
  });
});
