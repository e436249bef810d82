import { describe, expect, it } from "vitest";
import { type ImportedAd, importAds, importParticipants, type Vacancy } from "../../src/index.ts";

async function read(...records: unknown[]): Promise<ImportedAd[]> {
  const events: ImportedAd[] = [];
  for await (const event of importAds([records.map((record) => JSON.stringify(record)).join("\n")])) {
    events.push(event);
  }
  return events;
}

async function vacancyOf(record: unknown): Promise<Vacancy> {
  const [event] = await read(record);
  if (event?.kind !== "vacancy") throw new Error(JSON.stringify(event));
  return event.vacancy;
}

const ad = {
  id: "12345",
  headline: "Chaufför till kommunen",
  employer: { name: "Kommunen", workplace: "Förrådet" },
  description: { text: "Du kör sopbil.\r\nRing 070-123 45 67.", conditions: "Du har C-körkort." },
  occupation: { concept_id: "abc_DEF_123", label: "Lastbilsförare", legacy_ams_taxonomy_id: "1" },
  occupation_group: { legacy_ams_taxonomy_id: "8332" },
  employment_type: { label: "Vanlig anställning" },
  scope_of_work: { min: 50, max: 75 },
  number_of_vacancies: 2,
  driving_license_required: true,
  driving_license: [{ label: "B" }, { label: "Utökad B" }],
  must_have: {
    skills: [{ label: "Lastsäkring" }],
    languages: [{ label: "Svenska" }, { label: "Okändiska" }],
  },
  nice_to_have: { skills: [{ label: "Kartläsning" }], languages: [] },
  workplace_address: { municipality_code: "0483", coordinates: [16.2, 58.99] },
  application_deadline: "2025-10-12T23:59:59",
  publication_date: "2025-09-11T11:18:55",
  timestamp: 1757582335758,
  removed: false,
  unread: { anything: [1] },
};

const posting = {
  "@context": "https://schema.org",
  "@type": "JobPosting",
  identifier: { "@type": "PropertyValue", name: "Kommunen", value: "A 77/b" },
  title: "Kock &amp; kallskänka",
  hiringOrganization: { "@type": "Organization", name: "Skolan" },
  jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: "Malmö" } },
  employmentType: ["FULL_TIME", "TEMPORARY"],
  description: "<p>Du lagar mat.</p><ul><li>Goda kunskaper i svenska</li><li>B&#45;k&ouml;rkort</li></ul>",
  skills: ["Specialkost", "Engelska"],
  datePosted: "2025-09-01",
  validThrough: "2025-10-01T00:00:00+02:00",
  jobStartDate: "2025-11-01",
  totalJobOpenings: "3",
};

describe("JobTech ads", () => {
  it("become vacancies", async () => {
    const [event] = await read(ad);
    expect(event).toEqual({
      kind: "vacancy",
      line: 1,
      recognised: 1,
      masked: [{ field: "description", kind: "telephone", count: 1 }],
      notes: [
        {
          code: "invalidField",
          id: "12345",
          field: "must_have.languages.1",
          message: "the language has no known code, left out",
        },
      ],
      vacancy: {
        id: "12345",
        version: 1757582335758,
        employer: "Kommunen",
        title: "Chaufför till kommunen",
        placementType: "ordinary",
        description: "Du kör sopbil.\nRing [telefon].\n\nDu har C-körkort.",
        occupation: { text: "Lastbilsförare", conceptId: "abc_DEF_123", ssyk: "8332" },
        skills: { must: ["Lastsäkring"], nice: ["Kartläsning"] },
        languages: [{ anyOf: [{ language: "sv" }], source: "stated" }],
        drivingLicences: [
          { anyOf: ["B"], source: "stated" },
          { anyOf: ["B96"], source: "stated" },
          { anyOf: ["C"], source: "recognised", evidence: "Du har C-körkort." },
        ],
        hoursPerWeek: { min: 20, max: 30, source: "stated" },
        location: { municipality: "0483", coordinates: { latitude: 58.99, longitude: 16.2 } },
        seats: 2,
        seatsTaken: 0,
        publishedAt: "2025-09-11",
        deadline: "2025-10-12",
        status: "open",
      },
    });
  });

  it("may leave nearly everything out", async () => {
    const vacancy = await vacancyOf({
      id: 7,
      headline: "Städare",
      employer: null,
      driving_license_required: true,
    });
    expect(vacancy).toMatchObject({ id: "7", version: 1, title: "Städare", seats: 1 });
    expect(vacancy.drivingLicences).toEqual([{ anyOf: ["B"], source: "stated" }]);
    expect(vacancy.location).toBeUndefined();
  });

  it.each([
    ["Praktik", "internship"],
    ["Sommarjobb / feriejobb", "ordinary"],
    ["Behovsanställning", "ordinary"],
    ["Extratjänst", "extra-service"],
    ["Lärlingsanställning", "apprenticeship"],
  ])("take the placement type from %s", async (label, expected) => {
    expect((await vacancyOf({ ...ad, employment_type: { label } })).placementType).toBe(expected);
  });

  it("that were removed come as such", async () => {
    expect(await read({ id: "9", removed: true, removed_date: "2025-01-01", headline: null })).toEqual([
      { kind: "removed", line: 1, id: "9" },
    ]);
  });

  it("with a wrong type are reported with line, id and field, and the rest go on", async () => {
    const events = await read(ad, { ...ad, number_of_vacancies: "two" }, { ...ad, headline: "  " }, ad);
    expect(events.map(({ kind }) => kind)).toEqual(["vacancy", "problem", "problem", "vacancy"]);
    expect(events[1]).toMatchObject({
      problem: { code: "invalidNumber", id: "12345", line: 2, field: "number_of_vacancies" },
    });
    expect(events[2]).toMatchObject({ problem: { code: "emptyText", id: "12345", line: 3, field: "title" } });
  });

  it("with over-long texts and impossible dates are cut, and it is said", async () => {
    const [event] = await read({
      ...ad,
      headline: "x".repeat(600),
      application_deadline: "2025-02-30T00:00:00",
    });
    if (event?.kind !== "vacancy") throw new Error(JSON.stringify(event));
    expect(event.vacancy.title).toHaveLength(500);
    expect(event.vacancy.deadline).toBeUndefined();
    expect(event.notes.map(({ code, field }) => [code, field])).toEqual([
      ["textTooLong", "headline"],
      ["invalidField", "must_have.languages.1"],
      ["invalidDate", "application_deadline"],
    ]);
  });
});

describe("job postings", () => {
  it("become vacancies", async () => {
    expect(await vacancyOf(posting)).toEqual({
      id: "A-77-b",
      version: Date.parse("2025-09-01"),
      employer: "Skolan",
      title: "Kock & kallskänka",
      placementType: "ordinary",
      description: "Du lagar mat.\n\n- Goda kunskaper i svenska\n- B-körkort",
      skills: { must: ["Specialkost"], nice: [] },
      languages: [
        { anyOf: [{ language: "en" }], source: "stated" },
        {
          anyOf: [{ language: "sv", level: "B1" }],
          source: "recognised",
          evidence: "Goda kunskaper i svenska",
        },
      ],
      drivingLicences: [{ anyOf: ["B"], source: "recognised", evidence: "B-körkort" }],
      hoursPerWeek: { min: 40, max: 40, source: "stated" },
      start: "2025-11-01",
      location: { municipality: "1280" },
      seats: 3,
      seatsTaken: 0,
      publishedAt: "2025-09-01",
      deadline: "2025-10-01",
      status: "open",
    });
  });

  it("are found in graphs and lists, with the employer by reference", async () => {
    const organisation = { "@id": "#org", "@type": "Organization", name: "Lagret" };
    const graph = { "@graph": [organisation, { ...posting, hiringOrganization: { "@id": "#org" } }] };
    expect((await vacancyOf(graph)).employer).toBe("Lagret");
    const events = await read([[posting, { ...posting, "@type": ["JobPosting", "Thing"], identifier: 2 }]]);
    expect(events.map((event) => event.kind === "vacancy" && event.vacancy.id)).toEqual(["A-77-b", "2"]);
  });

  it.each([
    ["Katrineholms kommun", "0483"],
    ["Södermanlands län Katrineholm", "0483"],
    ["Stockholms stad", "0180"],
    ["Umeå, Sweden", "2480"],
    ["Sverige", undefined],
    [null, undefined],
  ])("lie in the municipality of %s", async (address, expected) => {
    const vacancy = await vacancyOf({ ...posting, jobLocation: { address } });
    expect(vacancy.location?.municipality).toBe(expected);
  });

  it("with places in two municipalities lie in none", async () => {
    const jobLocation = [{ address: "Malmö" }, "Umeå", { address: "Malmö" }];
    expect((await vacancyOf({ ...posting, jobLocation })).location).toBeUndefined();
  });

  it("without an id, or with a wrong type, are reported", async () => {
    const events = await read({ ...posting, identifier: undefined }, { ...posting, title: 3 });
    expect(events).toMatchObject([
      { kind: "problem", problem: { code: "missingField", field: "identifier", line: 1 } },
      { kind: "problem", problem: { code: "invalidField", field: "title", line: 2 } },
    ]);
  });

  it("may hold HTML that is itself escaped, with scripts", async () => {
    const description = "&lt;p&gt;Hej&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;br&gt;Rad";
    expect((await vacancyOf({ ...posting, description })).description).toBe("Hej\n\nRad");
    expect((await vacancyOf({ ...posting, description: "1 < 2 & 3 > 2" })).description).toBe("1 < 2 & 3 > 2");
  });
});

describe("own vacancies and the rest", () => {
  it("are read beside the others, in any form of file", async () => {
    const own = { id: "v1", version: 3, employer: "Kommunen", title: "Vaktmästare" };
    const events = await read([own, ad], { hits: [posting] });
    expect(events.map((event) => event.kind === "vacancy" && event.vacancy.id)).toEqual([
      "v1",
      "12345",
      "A-77-b",
    ]);
  });

  it("are refused with a reason if they fit no format", async () => {
    const events = await read({ a: 1 }, "text", {
      title: "Kock",
      employer: "K",
      id: "v2",
      version: 1,
      age: 3,
    });
    expect(events).toMatchObject([
      { problem: { code: "unsupportedFormat", line: 1 } },
      { problem: { code: "unsupportedFormat", line: 2 } },
      { problem: { code: "unknownField", field: "age", id: "v2", line: 3 } },
    ]);
  });

  it("never throws on any JSON", async () => {
    const odd = [
      null,
      [],
      {},
      [[]],
      { "@graph": 3 },
      { "@type": "JobPosting" },
      { headline: {} },
      { removed: true, id: {} },
    ];
    for (const json of odd) expect((await read(json)).every(({ kind }) => kind === "problem")).toBe(true);
  });
});

describe("importParticipants", () => {
  it("reads lists and lines, masks texts and reports what is wrong", async () => {
    const good = { id: "p1", unit: "ame", version: 1, about: "Skriv till a@example.se" };
    const text = [good, { id: "p2", unit: "ame", version: "x", name: 1 }]
      .map((one) => JSON.stringify(one))
      .join("\n");
    const events = [];
    for await (const event of importParticipants([text])) events.push(event);
    expect(events).toEqual([
      {
        kind: "participant",
        line: 1,
        participant: { ...good, about: "Skriv till [e-post]" },
        masked: [{ field: "about", kind: "email", count: 1 }],
      },
      {
        kind: "problem",
        problem: expect.objectContaining({ code: "invalidNumber", field: "version", id: "p2", line: 2 }),
      },
      {
        kind: "problem",
        problem: expect.objectContaining({ code: "unknownField", field: "name", id: "p2", line: 2 }),
      },
    ]);
  });
});
