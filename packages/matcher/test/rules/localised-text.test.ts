import fc from "fast-check";
import { expect, it } from "vitest";
import { joinAll, joinAny, numberText } from "../../src/rules/localised-text.ts";

const locales = { sv: "sv-SE", en: "en-GB" } as const;

it("writes numbers as each language does", () => {
  const number = fc.oneof(fc.integer({ min: -50, max: 3000 }), fc.double({ min: 0, max: 2000, noNaN: true }));
  const property = fc.property(number, (value) => {
    const text = numberText(value);
    for (const language of ["sv", "en"] as const) {
      const format = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 });
      expect(text[language]).toBe(format.format(value));
    }
  });
  fc.assert(property);
});

it.each([
  ["disjunction", joinAny],
  ["conjunction", joinAll],
] as const)("joins texts by a %s as each language does", (type, join) => {
  const property = fc.property(
    fc.array(fc.constantFrom("B", "C1", "ett truckkort"), { maxLength: 4 }),
    (texts) => {
      const joined = join(texts.map((text) => ({ sv: text, en: text })));
      for (const language of ["sv", "en"] as const) {
        expect(joined[language]).toBe(new Intl.ListFormat(locales[language], { type }).format(texts));
      }
    },
  );
  fc.assert(property);
});
