import { defineRule } from "../../src/rules/define-rule.ts";

/** A rule as a caller would write it: night work for those who name it among their skills. */
export const ownRule = defineRule<boolean | undefined, true>({
  id: "nightWork",
  name: { sv: "Nattarbete", en: "Night work" },
  disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
  factOf: ({ skills }) => skills?.includes("night"),
  needOf: ({ title }) => (title === "Nattvakt" ? true : undefined),
  judge: (_need, works) => (works === undefined ? "unknown" : works ? "pass" : "fail"),
  explain: (_need, works) => ({
    required: { sv: "nattarbete", en: "night work" },
    found: { sv: String(works), en: String(works) },
    source: "stated",
    ...(works === undefined
      ? { questions: [{ id: "nightWork", text: { sv: "Arbetar personen natt?", en: "Works nights?" } }] }
      : {}),
  }),
});
