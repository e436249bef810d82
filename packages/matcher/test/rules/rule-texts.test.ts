import type { TextLanguage } from "@jobbmatch/shared";
import { type Participant, parseVacancy, type VacancyInput } from "@jobbmatch/shared";
import { describe, expect, it } from "vitest";
import { builtInRules } from "../../src/rules/built-in-rules.ts";
import type { Outcome } from "../../src/rules/rule.ts";
import { officeHours } from "../arbitraries.ts";
import { assess, ruleOf } from "./pairs.ts";

const date = "2026-03-01";

/** A case as somebody would read it: outcome, requirement, finding, then questions or remedies with their ids. */
function read(
  id: string,
  profile: Partial<Participant>,
  demand: Partial<VacancyInput>,
  language: TextLanguage = "sv",
): readonly string[] {
  const vacancy = parseVacancy({ id: "v1", version: 1, employer: "Storköket", title: "Kock", ...demand });
  if (!vacancy.ok) throw new TypeError("the test's vacancy is not valid");
  const participant = { id: "p1", unit: "unit-a", version: 1, ...profile };
  const context = { date, units: ["unit-a", "unit-b"] };
  const assessed = assess(ruleOf(id), { participant, vacancy: vacancy.value, context });
  if (assessed === undefined) return ["not asked"];
  const { required, found, questions = [], remedies = [] } = assessed.evidence;
  const steps = [...questions, ...remedies].map((step) => `${step.id} ${step.text[language]}`);
  return [assessed.outcome satisfies Outcome, required[language], found[language], ...steps];
}

describe("unit", () => {
  it("names a single unit and counts several", () => {
    expect(read("unit", {}, { units: ["unit-a"] })).toEqual(["pass", "enhet unit-a", "enhet unit-a"]);
    expect(read("unit", { unit: "unit-c" }, {}, "en")).toEqual(["fail", "one of 2 units", "unit unit-c"]);
  });
});

describe("seats", () => {
  it("says how many are left or why there are none", () => {
    expect(read("seats", {}, { seats: 3, seatsTaken: 1 })[2]).toBe("2 platser kvar");
    expect(read("seats", {}, {}, "en")[2]).toBe("1 seat left");
    expect(read("seats", {}, { seats: 1, seatsTaken: 2 })).toEqual([
      "fail",
      "minst en ledig plats",
      "alla platser är tillsatta",
    ]);
    expect(read("seats", {}, { status: "withdrawn" }, "en")[2]).toBe("the vacancy is withdrawn");
    expect(read("seats", {}, { status: "filled" })[2]).toBe("platsen är tillsatt");
  });
});

describe("eligibility", () => {
  const demand = { placementType: "new-start-job", start: "2026-03-15" } as const;

  it("asks when nobody has asked, and names the decision to apply for when there is none", () => {
    expect(read("eligibility", {}, demand)).toEqual([
      "unknown",
      "beslut om nystartsjobb som gäller 2026-03-15",
      "uppgift om beslut saknas",
      "eligibility:new-start-job Har personen ett beslut om nystartsjobb?",
    ]);
    expect(read("eligibility", { eligibility: [] }, demand).slice(2)).toEqual([
      "inget beslut om nystartsjobb",
      "eligibility:new-start-job Ansök om beslut om nystartsjobb",
    ]);
  });

  it("tells a decision that ran out from one that starts too late", () => {
    const until = { eligibility: [{ placementType: "new-start-job", until: "2026-03-14" } as const] };
    expect(read("eligibility", until, demand, "en").slice(2)).toEqual([
      "the decision ran out on 2026-03-14",
      "eligibility:new-start-job:extend Apply to extend the decision on eligibility (new start job)",
    ]);
    const from = { eligibility: [{ placementType: "new-start-job", from: "2026-03-16" } as const] };
    expect(read("eligibility", from, demand).slice(2)).toEqual([
      "beslutet börjar gälla 2026-03-16",
      "eligibility:new-start-job:earlier Ansök om tidigare start för beslutet om nystartsjobb",
    ]);
  });

  it("needs a decision on the day of the match when the vacancy has no start", () => {
    const held = { eligibility: [{ placementType: "new-start-job", until: date } as const] };
    expect(read("eligibility", held, { placementType: "new-start-job" })[0]).toBe("pass");
  });

  it("offers no remedy for a type that is closed, and asks nothing for a type without decisions", () => {
    expect(read("eligibility", {}, { placementType: "extra-service" })).toEqual([
      "fail",
      "beslut om extratjänst som gäller 2026-03-01",
      "extratjänst är inte öppet för nya platser 2026-03-01",
    ]);
    expect(read("eligibility", {}, { placementType: "internship" })).toEqual(["not asked"]);
  });
});

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

describe("driving licence", () => {
  it("counts a higher category, asks about an unknown one and names a missing one", () => {
    const demand = { drivingLicences: [{ anyOf: ["B" as const] }] };
    expect(read("drivingLicence", { drivingLicences: ["CE"] }, demand)).toEqual([
      "pass",
      "B-körkort",
      "har CE",
    ]);
    expect(read("drivingLicence", {}, demand)[3]).toBe("drivingLicence:B Har personen B-körkort?");
    expect(read("drivingLicence", { drivingLicences: ["AM"] }, demand, "en").slice(2)).toEqual([
      "holds AM",
      "drivingLicence:B Get a B licence",
    ]);
  });

  it("reads several groups without doubt about which belong together", () => {
    const groups = [{ anyOf: ["A", "A2"] as ["A", "A2"] }, { anyOf: ["C"] as ["C"] }];
    expect(read("drivingLicence", { drivingLicences: [] }, { drivingLicences: groups }, "en")[1]).toBe(
      "an A licence or an A2 licence, and a C licence",
    );
  });
});

describe("credentials", () => {
  const demand = { credentials: [{ anyOf: ["truck-b" as const] }], start: "2026-03-15" };

  it("must be valid on the start day; what has expired is renewed", () => {
    const until = (validUntil: string) => ({ credentials: [{ kind: "truck-b" as const, validUntil }] });
    expect(read("credentials", until("2026-03-15"), demand)[0]).toBe("pass");
    expect(read("credentials", until("2026-03-14"), demand)).toEqual([
      "fail",
      "truckkort klass B (höglyftare)",
      "truckkort klass B (höglyftare) (gick ut 2026-03-14)",
      "credentials:truck-b:renew Förnya: truckkort klass B (höglyftare)",
    ]);
  });

  it("asks about a list that is absent and names what is missing from one that is given", () => {
    expect(read("credentials", {}, demand, "en")[3]).toBe(
      "credentials:truck-b Does the person have a valid credential: truck permit class B (high lift)?",
    );
    expect(read("credentials", { credentials: [{ kind: "adr" }] }, demand).slice(2)).toEqual([
      "inget av dem",
      "credentials:truck-b Skaffa: truckkort klass B (höglyftare)",
    ]);
  });
});

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

describe("hours", () => {
  it("asks when nothing is known and takes a missing bound for open", () => {
    const demand = { hoursPerWeek: { min: 30 } };
    expect(read("hours", {}, demand)).toEqual([
      "unknown",
      "minst 30 timmar i veckan",
      "uppgift om timmar saknas",
      "hours:week Hur många timmar i veckan kan personen arbeta?",
    ]);
    const half = { availability: { hoursPerWeek: { max: 19.5 } } };
    expect(read("hours", half, demand, "en")).toEqual([
      "fail",
      "at least 30 hours a week",
      "at most 19.5 hours a week",
      "hours:max:30 Be able to work 30 hours a week",
    ]);
  });
});

describe("distance", () => {
  const uppsala = { location: { coordinates: { latitude: 59.8586, longitude: 17.6389 } } };
  const home = { municipality: "0180", coordinates: { latitude: 59.3293, longitude: 18.0686 } };

  it("tells kilometres and how many more would be needed", () => {
    expect(read("distance", { home, commute: { maxKm: 50 } }, uppsala)).toEqual([
      "fail",
      "arbetsplatsen inom pendlingsavstånd",
      "64 km; kan resa 50 km",
      "distance:+15 Kunna resa 15 km längre till arbetet",
    ]);
    expect(read("distance", { home, commute: { maxKm: 10 } }, uppsala)).toHaveLength(3);
  });

  it("asks where in the municipality when the limit is near", () => {
    const somewhere = { home: { municipality: "0180" }, commute: { maxKm: 60 } };
    expect(read("distance", somewhere, uppsala, "en").slice(3)).toEqual([
      "distance:address Where in the municipality does the person live?",
    ]);
    expect(read("distance", {}, uppsala).slice(3)).toEqual([
      "distance:home Var bor personen?",
      "distance:maxKm Hur många kilometer kan personen resa till arbetet?",
    ]);
  });

  it("asks nothing when the workplace is unknown", () => {
    expect(read("distance", {}, { location: {} })).toEqual(["not asked"]);
  });
});

describe("what an employer is told", () => {
  it("is never a decision, a commitment, a home or who stands behind the border", () => {
    const told = Object.fromEntries(builtInRules.map(({ id, disclosure }) => [id, disclosure.employer]));
    expect(told).toEqual({
      unit: "hidden",
      seats: "full",
      eligibility: "hidden",
      dates: "outcome",
      drivingLicence: "full",
      credentials: "full",
      language: "outcome",
      schedule: "outcome",
      hours: "outcome",
      distance: "outcome",
    });
  });
});
