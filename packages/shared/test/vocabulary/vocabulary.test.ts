import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DrivingLicence,
  days,
  daysOf,
  drivable,
  drivingLicences,
  hasHalfHour,
  intersectWeeks,
  isOpenOn,
  isPersonalIdentityNumber,
  languageByName,
  languageLevels,
  levelRank,
  municipalities,
  municipalityByCode,
  municipalityByName,
  parsePlacementTypes,
  placementTypeIds,
  placementTypeOn,
  placementTypes,
  requiresEligibility,
  sfiCourses,
  sfiLevel,
  subtractWeek,
  type TimeWindow,
  weekHours,
  weekOf,
} from "../../src/index.ts";

describe("levels and SFI", () => {
  it("rise in order", () => {
    expect([...languageLevels].sort((a, b) => levelRank(a) - levelRank(b))).toEqual(languageLevels);
    const passed = sfiCourses.map((course) => levelRank(sfiLevel(course, "passed")));
    expect(passed).toEqual([...passed].sort((a, b) => a - b));
  });

  it("never credit somebody who attends with more than the course before", () => {
    expect(sfiCourses.map((course) => sfiLevel(course, "passed"))).toEqual(["A1", "A1", "A2", "B1"]);
    expect(sfiCourses.map((course) => sfiLevel(course, "attending"))).toEqual(["none", "A1", "A1", "A2"]);
  });
});

describe("driving licences", () => {
  /** The inclusions of the design, once more, as pairs. */
  const pairs =
    "A1>AM A2>A1 A>A2 B>AM B96>B BE>B96 C1>B C1E>C1 C1E>BE C>C1 CE>C CE>C1E D1>B D1E>D1 D1E>BE D>D1 DE>D DE>D1E"
      .split(" ")
      .map((pair) => pair.split(">"));
  const reaches = (from: string, to: string): boolean =>
    from === to ||
    pairs.some(([upper, lower]) => upper === from && lower !== undefined && reaches(lower, to));

  it("include others as a plain search along the pairs does", () => {
    fc.assert(
      fc.property(fc.subarray<DrivingLicence>([...drivingLicences]), (held) => {
        const expected = drivingLicences.filter((licence) => held.some((one) => reaches(one, licence)));
        expect(drivingLicences.filter((licence) => drivable(held).has(licence))).toEqual(expected);
      }),
    );
  });
});

describe("the week", () => {
  const clock = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const two = (value: number) => String(value).padStart(2, "0");
    return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
  });
  const window = fc.record({
    day: fc.constantFrom(...days),
    from: clock,
    to: fc.oneof(clock, fc.constant("24:00")),
  });
  const windows = fc.array(window, { maxLength: 6 });
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

  /** The minutes of the week that windows cover, one by one. */
  function covered(list: readonly TimeWindow[]): Set<number> {
    const found = new Set<number>();
    for (const { day, from, to } of list) {
      const start = days.indexOf(day) * 1440 + minutes(from);
      const length = (minutes(to) - minutes(from) + (minutes(to) > minutes(from) ? 0 : 1440)) % 1441;
      for (let minute = start; minute < start + length; minute++) found.add(minute % 10_080);
    }
    return found;
  }
  const slots = Array.from({ length: 336 }, (_, slot) => slot);
  const minutesOf = (slot: number) => Array.from({ length: 30 }, (_, minute) => slot * 30 + minute);

  it("covers a half hour outward if any of its minutes is covered, and inward only if one window covers it", () => {
    fc.assert(
      fc.property(windows, (list) => {
        const all = covered(list);
        const each = list.map((one) => covered([one]));
        const outward = slots.filter((slot) => minutesOf(slot).some((minute) => all.has(minute)));
        const inward = slots.filter((slot) =>
          each.some((one) => minutesOf(slot).every((minute) => one.has(minute))),
        );
        expect(slots.filter((slot) => hasHalfHour(weekOf(list, "outward"), slot))).toEqual(outward);
        expect(slots.filter((slot) => hasHalfHour(weekOf(list, "inward"), slot))).toEqual(inward);
      }),
      { numRuns: 50 },
    );
  });

  it("intersects, subtracts, counts and names days as sets do", () => {
    fc.assert(
      fc.property(windows, windows, (one, other) => {
        const [a, b] = [weekOf(one, "outward"), weekOf(other, "outward")];
        const [inA, inB] = [a, b].map((week) => new Set(slots.filter((slot) => hasHalfHour(week, slot))));
        const both = slots.filter((slot) => inA?.has(slot) && inB?.has(slot));
        const rest = slots.filter((slot) => inA?.has(slot) && !inB?.has(slot));
        expect(slots.filter((slot) => hasHalfHour(intersectWeeks(a, b), slot))).toEqual(both);
        expect(slots.filter((slot) => hasHalfHour(subtractWeek(a, b), slot))).toEqual(rest);
        expect(weekHours(intersectWeeks(a, b))).toBe(both.length / 2);
        expect(daysOf(a)).toEqual(
          days.filter((_, day) => [...(inA ?? [])].some((slot) => Math.floor(slot / 48) === day)),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("municipalities", () => {
  it("are the 290, each with its own code, name and place in Sweden", () => {
    expect(municipalities).toHaveLength(290);
    for (const key of ["code", "name"] as const)
      expect(new Set(municipalities.map((one) => one[key])).size).toBe(290);
    expect(new Set(municipalities.map(({ latitude, longitude }) => `${latitude} ${longitude}`)).size).toBe(
      290,
    );
    for (const one of municipalities) {
      expect(one.latitude > 55.2 && one.latitude < 68.6 && one.longitude > 10.9 && one.longitude < 24.3).toBe(
        true,
      );
      expect(municipalityByCode(one.code)).toBe(one);
      expect(municipalityByName(` ${one.name.toUpperCase()} `)).toBe(one);
    }
  });

  it.each([
    ["2480", 63.8, 20.3],
    ["1275", 56.1, 13.4],
    ["2084", 60.1, 16.2],
    ["2305", 62.8, 15.4],
    ["0305", 59.6, 17.5],
  ])("lie where they are: %s", (code, latitude, longitude) => {
    const found = municipalityByCode(code);
    expect(Math.abs((found?.latitude ?? 0) - latitude)).toBeLessThan(0.1);
    expect(Math.abs((found?.longitude ?? 0) - longitude)).toBeLessThan(0.15);
  });
});

describe("placement types", () => {
  it("know every type of the ladder, from work training to ordinary jobs", () => {
    expect(Object.keys(placementTypes).sort()).toEqual([...placementTypeIds].sort());
    expect(placementTypes["work-training"].step).toBe(1);
    expect(placementTypes.ordinary.step).toBe(4);
  });

  it("take a municipality's own facts, by date", () => {
    const periods = [
      {
        from: "2020-01-01",
        until: "2026-06-30",
        open: true,
        requiresEligibility: true,
        maximumStudyShare: 0.25,
      },
      { from: "2026-07-01", open: true, requiresEligibility: true, maximumStudyShare: 0.4 },
    ];
    const own = parsePlacementTypes({ "municipal-job": { ...placementTypes["municipal-job"], periods } });
    if (!own.ok) throw new Error(JSON.stringify(own.problems));
    const share = (date: string) => placementTypeOn("municipal-job", date, own.value)?.maximumStudyShare;
    expect(["2019-12-31", "2026-06-30", "2026-07-01"].map(share)).toEqual([undefined, 0.25, 0.4]);
    expect(own.value.ordinary).toEqual(placementTypes.ordinary);
  });

  it.each([
    [[{ from: "2026-01-01", until: "2025-01-01" }], "until is before from"],
    [[{ from: "2025-01-01" }, { from: "2026-01-01" }], "only the last period may be without an end"],
    [
      [{ from: "2025-01-01", until: "2026-01-01" }, { from: "2026-01-01" }],
      "the next period begins before this one ends",
    ],
  ])("refuse periods in disorder: %j", (dates, message) => {
    const periods = dates.map((each) => ({ ...each, open: true, requiresEligibility: false }));
    const parsed = parsePlacementTypes({ ordinary: { ...placementTypes.ordinary, periods } });
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ code: "invalidDate", field: "ordinary.periods.0.until", message }],
    });
  });

  it("refuse what is no catalogue", () => {
    expect(parsePlacementTypes("x")).toMatchObject({ ok: false, problems: [{ code: "invalidField" }] });
    expect(parsePlacementTypes({ beredskapsarbete: {} }).ok).toBe(false);
  });

  it("keep requiring a decision after they closed", () => {
    expect(requiresEligibility(placementTypes["extra-service"], "2026-11-23")).toBe(true);
    expect(requiresEligibility(placementTypes.internship, "2026-11-23")).toBe(false);
  });

  it("open and close on the day", () => {
    expect(isOpenOn("extra-service", "2021-12-31")).toBe(true);
    expect(isOpenOn("extra-service", "2022-01-01")).toBe(false);
    expect(isOpenOn("introductory-job", "2018-04-30")).toBe(false);
    expect(isOpenOn("introductory-job", "2018-05-01")).toBe(true);
  });
});

describe("personal identity numbers and language names", () => {
  it("knows the examples of the tax agency, and refuses other centuries", () => {
    const valid = ["811228-9874", "198112289874", "670919-9530", "701063-2391"];
    expect(valid.filter(isPersonalIdentityNumber)).toEqual(valid);
    expect(["811228-9873", "811328-9872", "1", ""].filter(isPersonalIdentityNumber)).toEqual([]);
    expect(isPersonalIdentityNumber("558112289874")).toBe(false);
  });

  it("finds languages by Swedish and English name", () => {
    expect(
      ["Svenska", "somali", "Tigrinja", "dari", "hebreiska", "Albanska", "Klingonspråk"].map(languageByName),
    ).toEqual(["sv", "so", "ti", "prs", "he", "sq", undefined]);
  });
});
