import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPersonalIdentityNumber, maskPersonalData } from "../../src/index.ts";

/** The check digit as a table of doubled digits, written another way than in the source. */
function withCheckDigit(nineDigits: string): string {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const sum = [...nineDigits].reduce(
    (total, digit, index) => total + (index % 2 === 0 ? (doubled[Number(digit)] ?? 0) : Number(digit)),
    0,
  );
  return nineDigits + String((10 - (sum % 10)) % 10);
}

const two = (value: number) => String(value).padStart(2, "0");
const identityNumber = fc
  .record({
    century: fc.constantFrom("", "19", "20"),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    coordination: fc.boolean(),
    serial: fc.integer({ min: 0, max: 999 }),
    separator: fc.constantFrom("", "-", "+", " "),
  })
  .map(({ century, year, month, day, coordination, serial, separator }) => {
    const birth = two(year) + two(month) + two(coordination ? day + 60 : day);
    const ten = withCheckDigit(birth + String(serial).padStart(3, "0"));
    return `${century}${ten.slice(0, 6)}${separator}${ten.slice(6)}`;
  });

const telephone = fc.constantFrom(
  "070-123 45 67",
  "0701234567",
  "070 - 123 45 67",
  "0701-23 45 67",
  "070-12 345 67",
  "+46 70 123 45 67",
  "+46701234567",
  "+46 (0)70-123 45 67",
  "0046 8 123 456 78",
  "08-123 456 78",
  "08-12 34 56",
  "08/123 456",
  "(0)8-12 34 567",
  "(016) 12 34 56",
  "0150-570 00",
  "0150 - 57000",
  "0771-60 00 00",
  "010-123 45 67",
  "0123-45 67 89",
  "+47 12 34 56 78",
);
const email = fc.constantFrom(
  "a.b@example.se",
  "fornamn.efternamn@kommun.example",
  "x@y.example.com",
  "info(at)example.se",
);
const harmless = fc.constantFrom(
  "2025-09-25",
  "2025",
  "2024-2026",
  "den 1/10 2025",
  "01-02-2025",
  "28 000 kr",
  "28000-32000 kr/mån",
  "641 50",
  "72356 Västerås",
  "07.00-16.00",
  "07:00-16:00",
  "0730-1600 30 min rast",
  "kl. 08-17",
  "Dnr 2025/00123",
  "KS 2024:0456-12",
  "30016621",
  "46-212000-0910-856552",
  "75 %",
  "50-75%",
  "vecka 25-35",
  "ISO 9001:2015",
  "+28 000 kr",
  "1 000 000 kr",
  "556789-1234",
);

describe("maskPersonalData", () => {
  it("masks every valid personal identity and coordination number", () => {
    fc.assert(
      fc.property(identityNumber, (number) => {
        expect(isPersonalIdentityNumber(number)).toBe(true);
        const { text, masked } = maskPersonalData(`Född ${number}, bor här.`);
        expect(text).not.toContain(number);
        expect(masked.reduce((sum, { count }) => sum + count, 0)).toBe(1);
      }),
    );
  });

  it("names the kind", () => {
    expect(maskPersonalData("Nr 811228-9874.")).toEqual({
      text: "Nr [personnummer].",
      masked: [{ kind: "personalIdentityNumber", count: 1 }],
    });
    expect(maskPersonalData("19811228–9874").text).toBe("[personnummer]");
  });

  it("leaves numbers with a wrong check digit or an impossible month", () => {
    expect(maskPersonalData("811228-9873").text).toBe("811228-9873");
    expect(maskPersonalData("811328-9872").text).toBe("811328-9872");
  });

  it("masks telephone numbers as they are written in Sweden", () => {
    fc.assert(
      fc.property(telephone, (number) => {
        expect(maskPersonalData(`Ring ${number}.`).text).toBe("Ring [telefon].");
      }),
    );
  });

  it("masks e-mail addresses", () => {
    fc.assert(
      fc.property(email, (address) => {
        expect(maskPersonalData(`Skriv till ${address}, tack`).text).toBe("Skriv till [e-post], tack");
      }),
    );
  });

  it("does not damage years, dates, salaries, postcodes, times, diary numbers, ids or percentages", () => {
    const sentence = fc.array(harmless, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(", "));
    fc.assert(
      fc.property(sentence, (text) => {
        expect(maskPersonalData(text)).toEqual({ text, masked: [] });
      }),
    );
  });

  it("finds each of many, and changes nothing the second time", () => {
    const piece = fc.oneof(identityNumber, telephone, email, harmless, fc.string({ maxLength: 8 }));
    const separator = fc.constantFrom(" ", ", ", "\n", "", "-");
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, separator), { maxLength: 8 }), (pieces) => {
        const once = maskPersonalData(pieces.flat().join("")).text;
        expect(maskPersonalData(once)).toEqual({ text: once, masked: [] });
      }),
    );
    const { text, masked } = maskPersonalData("070-123 45 67 eller 08-12 34 56, a@example.se");
    expect(text).toBe("[telefon] eller [telefon], [e-post]");
    expect(masked).toEqual([
      { kind: "email", count: 1 },
      { kind: "telephone", count: 2 },
    ]);
  });

  it("takes a long run of letters or digits in its stride", () => {
    const letters = "a".repeat(50_000);
    expect(maskPersonalData(letters).text).toBe(letters);
    expect(maskPersonalData("1".repeat(50_000)).masked).toEqual([]);
  });
});
