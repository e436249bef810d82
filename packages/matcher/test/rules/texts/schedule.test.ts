import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demandsOf } from "../../../src/rules/schedule-demand.ts";
import { contextArbitrary, officeHours, vacancyArbitrary } from "../../arbitraries.ts";
import { read } from "./read-case.ts";

describe("schedule", () => {
  const fixed = { schedule: { kind: "fixed" as const, shifts: officeHours() } };
  const sfi = {
    kind: "sfi" as const,
    windows: [
      { day: "wed" as const, from: "08:15", to: "11:45" },
      { day: "fri" as const, from: "17:00", to: "19:00" },
    ],
  };

  it("names the day of the clash, and asks when nothing is known", () => {
    expect(read("schedule", { availability: { commitments: [sfi] } }, fixed)).toEqual([
      "fail",
      "mån–fre 08:00–17:00",
      "krockar med SFI; passar om onsdagar är lediga",
      "schedule:wed Vara ledig på onsdagar",
    ]);
    expect(read("schedule", {}, fixed, "en").slice(2)).toEqual([
      "no information on free time",
      "schedule:weekly On which days and at what times is the person free for work?",
    ]);
  });

  it("counts the hours inside a flexible window and frees the fewest days", () => {
    const flexible = { schedule: { kind: "flexible" as const, window: officeHours(), hours: 37.5 } };
    const weekly = [...officeHours().slice(0, 3), { day: "thu" as const, from: "08:00", to: "12:00" }];
    expect(read("schedule", { availability: { weekly } }, flexible)).toEqual([
      "fail",
      "37,5 timmar i veckan inom mån–fre 08:00–17:00",
      "passar om fredagar är lediga",
      "schedule:fri Vara ledig på fredagar",
    ]);
    expect(read("schedule", { availability: { weekly: officeHours() } }, flexible)[2]).toBe(
      "arbetstiden: ledig 45 timmar i veckan",
    );
  });

  it("puts what a vacancy demands into words once, however many people it is held against", () => {
    fc.assert(
      fc.property(vacancyArbitrary, contextArbitrary, (vacancy, context) => {
        for (const demand of demandsOf(vacancy, context)) expect(demand.description).toBe(demand.description);
      }),
    );
  });

  it("needs some free half hour for a working time that a text mentions", () => {
    const nights = { workingTimes: [{ kind: "nights" as const }] };
    expect(read("schedule", { availability: { weekly: officeHours() } }, nights)).toEqual([
      "fail",
      "nätter",
      "nätter: ingen ledig tid",
      "schedule:nights Kunna arbeta nätter",
    ]);
    expect(read("schedule", {}, nights, "en")[3]).toBe("schedule:nights Can the person work nights?");
    const early = { availability: { weekly: [{ day: "mon" as const, from: "05:30", to: "14:00" }] } };
    expect(read("schedule", early, nights)[0]).toBe("pass");
  });

  it("lets a quarter of a municipal job be the person's own studies, and no more", () => {
    const lessons = (to: string) => ({
      kind: "sfi" as const,
      windows: [
        { day: "tue" as const, from: "08:00", to },
        { day: "thu" as const, from: "08:00", to },
      ],
    });
    const weekly = officeHours("08:00", "16:00");
    const job = {
      placementType: "municipal-job" as const,
      studyShare: 0.25,
      schedule: { kind: "fixed" as const, shifts: weekly },
      hoursPerWeek: { min: 40, max: 40 },
    };
    const student = (to: string) => ({
      availability: { weekly, commitments: [lessons(to)], hoursPerWeek: { max: 30 } },
    });
    expect(read("schedule", student("13:00"), job)).toEqual([
      "pass",
      "mån–fre 08:00–16:00",
      "arbetstiden: ledig 30 timmar i veckan, egna studier 10 timmar ryms",
    ]);
    expect(read("hours", student("13:00"), job)[0]).toBe("pass");
    expect(read("schedule", student("13:30"), job)[0]).toBe("fail");
    expect(read("schedule", student("13:00"), { ...job, studyShare: 0.2 })[0]).toBe("fail");
    expect(read("schedule", student("13:00"), { ...job, placementType: "internship" })[0]).toBe("fail");
  });

  it("places four days of work and one of training together", () => {
    const [mon, tue, wed, thu, fri] = officeHours("08:00", "16:00");
    const shifts = [mon, tue, wed, thu].filter((window) => window !== undefined);
    const windows = [fri].filter((window) => window !== undefined);
    const place = {
      studyShare: 0.2,
      schedule: { kind: "fixed" as const, shifts },
      training: { occupation: { text: "undersköterska" }, windows },
    };
    const free = { availability: { weekly: [...shifts, ...windows] } };
    expect(read("schedule", free, place)[0]).toBe("pass");
    expect(read("schedule", { availability: { weekly: shifts } }, place)).toEqual([
      "fail",
      "mån–tors 08:00–16:00; utbildning fre 08:00–16:00",
      "passar om fredagar är lediga",
      "schedule:fri Vara ledig på fredagar",
    ]);
  });

  it("does not promise minutes beside a half hour", () => {
    const shift = { schedule: { kind: "fixed" as const, shifts: officeHours("08:00", "12:10") } };
    const ends = (to: string) => ({ availability: { weekly: officeHours("08:00", to) } });
    expect(read("schedule", ends("12:29"), shift)[0]).toBe("fail");
    expect(read("schedule", ends("12:30"), shift)[0]).toBe("pass");
  });
});
