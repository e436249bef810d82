import { describe, expect, it } from "vitest";
import { parseVacancy, recogniseRequirements, withRecognisedRequirements } from "../../src/index.ts";

const recognise = (description: string, title?: string) => recogniseRequirements({ description, title });
const licences = (text: string) => recognise(text).drivingLicences.map(({ anyOf }) => anyOf.join("|"));
const languages = (text: string) =>
  recognise(text).languages.map(({ anyOf }) =>
    anyOf.map(({ language, level }) => `${language} ${level ?? "?"}`).join("|"),
  );
const credentials = (text: string, title?: string) =>
  recognise(text, title).credentials.map(({ anyOf }) => anyOf.join("|"));
const times = (text: string) => recognise(text).workingTimes.map(({ kind }) => kind);
const hours = (text: string) => {
  const { min, max } = recognise(text).hoursPerWeek ?? {};
  return [min, max];
};

describe("driving licences", () => {
  it.each([
    ["Du behöver ha B-körkort för att klara resorna.", ["B"]],
    ["b-körkort är ett krav.", ["B"]],
    ["Körkort krävs i tjänsten.", ["B"]],
    ["Tjänsten kräver körkort klass C/CE.", ["C|CE"]],
    ["Du har C- och CE-körkort.", ["CE"]],
    ["Krav: körkort med behörighet BE.", ["BE"]],
    ["Du kör tung lastbil och har CE-kort.", ["CE"]],
    ["Vi söker en CE-chaufför.", ["CE"]],
    ["Du har körkort (B) sedan minst två år.", ["B"]],
    ["Du har utökad B-behörighet.", ["B96"]],
    ["B-körkort eller moped fungerar för att ta sig hit.", ["B|AM"]],
    ["Du har D1-körkort eller D-körkort.", ["D1|D"]],
    ["You must have a driver's license.", ["B"]],
    ["A category C driving licence is required.", ["C"]],
    ["Körkort är ett krav, truckkort är meriterande.", ["B"]],
    ["Truckkort är meriterande, B-körkort krävs.", ["B"]],
    ["Inget krav på erfarenhet, men du måste ha B-körkort.", ["B"]],
  ])("finds them in: %s", (text, expected) => expect(licences(text)).toEqual(expected));

  it.each([
    "B-körkort är meriterande.",
    "Du har gärna körkort.",
    "Det är en fördel om du har B-körkort.",
    "Har du körkort är det ett plus.",
    "Vi ser gärna att du har B-körkort.",
    "Det är önskvärt med körkort klass B.",
    "Inget krav på körkort.",
    "Körkort behövs inte.",
    "Du behöver inte ha körkort.",
    "B-körkort krävs ej.",
    "B-körkort, men det är inget krav.",
    "Vi bekostar B-körkort för rätt person.",
    "Hos oss får du möjlighet att ta C-körkort.",
    "Har du B-körkort?",
    "Vi delar ut posten med moped.",
    "Ta med giltig legitimation, till exempel pass eller körkort.",
    "Du har B-körkort eller kan ta dig hit på annat sätt.",
    "De körskolor som hör till oss har truckar.",
    "A driving licence is an advantage.",
    "Meriterande:\n- B-körkort\n- Erfarenhet av lager",
    "Vi ser gärna att du har:\r\n• B-körkort\r\n• Vana vid djur",
    "Meriterande\n\n* Körkort klass B",
  ])("leaves wishes, negations and the rest alone: %s", (text) => expect(licences(text)).toEqual([]));

  it("lets bullets inherit from the nearest heading", () => {
    const text = "Meriterande:\n- CE-körkort\n\nKrav:\n- B-körkort\n\nOm oss:\nVi har bilar.";
    expect(licences(text)).toEqual(["B"]);
    expect(licences("Meriterande:\n- truckkort\n\nDu ska också ha B-körkort i tjänsten.")).toEqual(["B"]);
  });
});

describe("languages", () => {
  it.each([
    ["Du har goda kunskaper i svenska i tal och skrift.", ["sv B1"]],
    ["Du har mycket goda kunskaper i svenska språket.", ["sv C1"]],
    ["Grundläggande kunskaper i svenska räcker.", ["sv A2"]],
    ["Du talar svenska obehindrat.", ["sv C1"]],
    ["Du behärskar svenska språket väl i tal och skrift.", ["sv B2"]],
    ["Du talar och skriver svenska.", ["sv B1"]],
    ["Krav: svenska B2.", ["sv B2"]],
    ["Du har svenska på lägst nivå B1.", ["sv B1"]],
    ["Godkänd SFI D är ett krav.", ["sv B1"]],
    ["Du har klarat SFI kurs C eller D.", ["sv A2"]],
    ["Du läser SFI D.", ["sv A2"]],
    ["Du talar flytande svenska och har goda kunskaper i engelska.", ["sv C1", "en B1"]],
    ["Goda kunskaper i svenska eller engelska krävs.", ["sv B1|en B1"]],
    ["Kunskaper i svenska krävs.", ["sv ?"]],
    ["Fluent English is required.", ["en C1"]],
    ["Du har goda kunskaper i svenska, och gärna i engelska.", ["sv B1"]],
    ["Du har goda kunskaper i svenska. Du talar flytande svenska.", ["sv C1"]],
  ])("finds them in: %s", (text, expected) => expect(languages(text)).toEqual(expected));

  it.each([
    "Goda kunskaper i engelska är meriterande.",
    "Vi har goda relationer med svenska kunder.",
    "Vi söker en lärare i svenska och engelska.",
    "Vi är ett av de största svenska företagen.",
    "Skicka ditt CV på engelska.",
    "Du undervisar i svenska som andraspråk.",
    "Du behöver inte tala svenska.",
  ])("finds none in: %s", (text) => expect(languages(text)).toEqual([]));
});

describe("credentials", () => {
  it.each([
    ["Du har YKB för godstransport.", ["ykb-goods"]],
    ["Du har D-körkort och YKB.", ["ykb-passengers"]],
    ["YKB är ett krav.", ["ykb-goods|ykb-passengers"]],
    ["Truckkort A+B krävs.", ["truck-a", "truck-b"]],
    ["Du har truckkort med behörighet A och B.", ["truck-a", "truck-b"]],
    ["Du har truckkort klass B.", ["truck-b"]],
    ["Truckkort är ett krav.", ["truck-a|truck-b"]],
    ["Du har A- och B-truckkort.", ["truck-a", "truck-b"]],
    ["Du är legitimerad sjuksköterska.", ["registration-nurse"]],
    ["Legitimation som arbetsterapeut krävs.", ["registration-occupational-therapist"]],
    ["Du har lärarlegitimation.", ["registration-teacher"]],
    ["Du är legitimerad förskollärare.", ["registration-preschool-teacher"]],
    ["Vi söker en legitimerad tandläkare.", ["registration-other"]],
    ["Du har bevis om rätt att använda yrkestiteln undersköterska.", ["assistant-nurse-title"]],
    ["Du har ADR-intyg och heta arbeten.", ["adr", "hot-work"]],
    ["Taxiförarlegitimation krävs.", ["taxi-driver"]],
    ["Du har utbildning i livsmedelshygien.", ["food-hygiene"]],
    ["Du har gått en HLR-kurs.", ["first-aid"]],
    ["Du har liftkort.", ["mobile-platform"]],
    ["Du har genomgått väktarutbildning.", ["security-guard"]],
    ["Krav:\n- Arbete på väg", ["road-work"]],
  ])("finds them in: %s", (text, expected) =>
    expect([...credentials(text)].sort()).toEqual([...expected].sort()),
  );

  it.each([
    "Truckkort är meriterande.",
    "Truckkort och YKB är ett plus.",
    "Vi utbildar dig och du får ta truckkort hos oss.",
    "Vi är ett team som består av legitimerade sjuksköterskor.",
    "Ta med legitimation till intervjun.",
    "Du arbetar på väg till kunderna.",
    "Du lagar mat med god livsmedelshygien som vi går igenom.",
    "Meriterande: ADR, heta arbeten och liftkort.",
  ])("finds none in: %s", (text) => expect(credentials(text)).toEqual([]));

  it("reads a profession from the title where the sentence names none", () => {
    expect(credentials("Svensk legitimation krävs.", "Psykolog till BUP")).toEqual([
      "registration-psychologist",
    ]);
    expect(credentials("Svensk legitimation krävs.", "Lagerarbetare")).toEqual([]);
  });
});

describe("working times", () => {
  it.each([
    ["Arbetet är förlagt till kvällar och helger.", ["evenings", "weekends"]],
    ["Du arbetar treskift.", ["shifts"]],
    ["Nattarbete förekommer.", ["nights"]],
    ["Schemat är rullande med dag-, kväll- och nattpass varannan helg.", ["evenings", "nights", "weekends"]],
    ["You work nights and weekends.", ["nights", "weekends"]],
  ])("finds them in: %s", (text, expected) => expect(times(text)).toEqual(expected));

  it.each([
    "Vi har öppet kvällar och helger.",
    "Du är ledig kvällar och helger.",
    "Inget arbete på helger förekommer inte.",
    "Framgång i arbetet kommer inte över en natt.",
    "Barnen behöver hjälp med nattning.",
    "Kan du arbeta kvällar?",
    "Du får gärna kunna arbeta helger.",
  ])("finds none in: %s", (text) => expect(times(text)).toEqual([]));
});

describe("hours", () => {
  it.each([
    ["Du arbetar 30 timmar i veckan.", [30, 30]],
    ["Arbetstid 20-25 h/vecka.", [20, 25]],
    ["Tjänsten är på 75 %.", [30, 30]],
    ["Deltid 50-75% enligt schema.", [20, 30]],
    ["Anställningen är på heltid.", [40, 40]],
    ["Heltid eller deltid efter överenskommelse.", [undefined, 40]],
    ["Minst 10 timmar per vecka.", [10, undefined]],
    ["The position is full-time.", [40, 40]],
    ["Sysselsättningsgrad 80 procent", [32, 32]],
  ])("reads: %s", (text, expected) => expect(hours(text)).toEqual(expected));

  it.each([
    "Lönen är 27 000 kr för en heltid.",
    "Vi ger 50 % rabatt i butiken.",
    "Du ger 100% varje dag.",
    "Du studerar på heltid.",
    "Vår tjänst har 20 % högre omsättning än i fjol.",
  ])("reads none in: %s", (text) => expect(hours(text)).toEqual([undefined, undefined]));
});

describe("evidence", () => {
  it("is the sentence, also beside abbreviations, and the source is `recognised`", () => {
    const text =
      "Vi kör t.ex. styckegods, virke m.m. till kund. Du har ca. 2 års vana och C-körkort. Välkommen!";
    expect(recognise(text).drivingLicences).toEqual([
      { anyOf: ["C"], source: "recognised", evidence: "Du har ca. 2 års vana och C-körkort." },
    ]);
  });
});

describe("withRecognisedRequirements", () => {
  const vacancy = (fields: object) => {
    const parsed = parseVacancy({ id: "v1", version: 1, employer: "Kommunen", title: "Chaufför", ...fields });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value;
  };
  const description =
    "Du har C-körkort, YKB gods och goda kunskaper i svenska. Arbetet är på natten. Tjänsten är på 50 %.";

  it("adds what is missing, counts it, and adds nothing the second time", () => {
    const once = withRecognisedRequirements(vacancy({ description }));
    expect(once.recognised).toBe(5);
    expect(parseVacancy(once.vacancy)).toEqual({ ok: true, value: once.vacancy });
    expect(withRecognisedRequirements(once.vacancy)).toEqual({ vacancy: once.vacancy, recognised: 0 });
  });

  it("lets what is stated win", () => {
    const stated = vacancy({
      description,
      drivingLicences: [{ anyOf: ["CE"] }],
      languages: [{ anyOf: [{ language: "sv", level: "A2" }] }],
      credentials: [{ anyOf: ["ykb-goods", "ykb-passengers"] }],
      workingTimes: [{ kind: "nights" }],
      hoursPerWeek: { max: 30 },
    });
    expect(withRecognisedRequirements(stated)).toEqual({ vacancy: stated, recognised: 0 });
    const none = vacancy({ description: "Du har B-körkort.", drivingLicences: [] });
    expect(withRecognisedRequirements(none).recognised).toBe(0);
  });

  it("adds a level to a language that is stated without one, and a harder licence", () => {
    const { vacancy: result } = withRecognisedRequirements(
      vacancy({
        description: "Du har C-körkort och goda kunskaper i svenska.",
        languages: [{ anyOf: [{ language: "sv" }] }],
        drivingLicences: [{ anyOf: ["B"] }],
      }),
    );
    expect(result.languages?.map(({ source }) => source)).toEqual(["stated", "recognised"]);
    expect(result.drivingLicences?.map(({ anyOf }) => anyOf)).toEqual([["B"], ["C"]]);
  });
});
