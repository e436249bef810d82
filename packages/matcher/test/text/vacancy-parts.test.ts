import { parseVacancy, type VacancyInput } from "@jobbmatch/shared";
import { generateVacancies } from "@jobbmatch/test-data";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relevantText } from "../../src/text/relevant-text.ts";
import { vacancyParts } from "../../src/text/vacancy-parts.ts";
import { weightedSum } from "../../src/text/weighted-sum.ts";
import { shippedEmbedder } from "../matcher-with.ts";

function partsOf(fields: Partial<VacancyInput>) {
  const parsed = parseVacancy({ id: "v", version: 1, employer: "Employer 1", title: "Kock", ...fields });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return vacancyParts(parsed.value);
}

const tasks = "Du lagar mat för två hundra elever och beställer varor.";
const offer = "Vi erbjuder friskvårdsbidrag och kollektivavtal.";
const apply = "Välkommen med din ansökan senast på fredag.";

describe("the parts of a vacancy", () => {
  it("are the core of the headline, the occupation, the first that is mentioned, and the details", () => {
    const parts = partsOf({
      title: "Vi söker kock till skola",
      occupation: { text: "Kock, storhushåll" },
      skills: { must: ["specialkost"], nice: ["bakning"] },
      description: [tasks, offer, apply, "Du arbetar med måltidsbiträden."].join(" "),
    });
    expect(parts.map(({ text }) => text)).toEqual([
      "kock",
      "Kock, storhushåll",
      "kock",
      `Vi söker kock till skola. specialkost, bakning. ${tasks}. Du arbetar med måltidsbiträden.`,
    ]);
    expect(parts.every(({ weight }) => weight > 0)).toBe(true);
  });

  it("hold no empty text", () => {
    for (const vacancy of generateVacancies({ seed: 5, count: 200 })) {
      for (const { text } of partsOf({ ...vacancy })) expect(text.trim()).not.toBe("");
    }
  });

  it("keep an occupation's place near its work however much is said about the employer", async () => {
    const embedder = await shippedEmbedder();
    const [work] = await embedder.embed(["lastbilsförare"]);
    const boilerplate = `${offer} Vår värdegrund är respekt och glädje. ${apply} `.repeat(20);
    const parts = partsOf({ title: "Lastbilsförare till Orten", description: boilerplate });
    const vectors = await embedder.embed(parts.map(({ text }) => text));
    const terms = parts.map(({ weight }, index) => ({
      weight,
      vector: vectors[index] ?? new Float32Array(),
    }));
    const sum = weightedSum(terms, embedder.dimensions);
    const similarity = sum.reduce((total, value, index) => total + value * (work?.[index] ?? 0), 0);
    expect(similarity).toBeGreaterThan(0.6);
  });
});

describe("the relevant text", () => {
  it("leaves out the employer, its offer, the terms and how to apply", () => {
    expect(relevantText([offer, tasks, apply].join("\n"))).toBe(tasks);
    expect(relevantText(`Om oss\n- Störst i länet\n\nArbetsuppgifter\n- Svetsa\n- Slipa`)).toBe(
      "Arbetsuppgifter. Svetsa. Slipa",
    );
  });

  it("is the whole text when nothing else is left", () => {
    expect(relevantText(offer)).toBe(offer);
    expect(relevantText("")).toBe("");
  });
});

describe("the weighted sum", () => {
  const vector = fc
    .array(fc.integer({ min: -8, max: 8 }), { minLength: 3, maxLength: 3 })
    .map((values) => Float32Array.from(values));
  const weighted = fc.record({ vector, weight: fc.double({ min: 0.1, max: 2, noNaN: true }) });

  it("has length 1 or is zero, and points where the sum points", () => {
    fc.assert(
      fc.property(fc.array(weighted, { maxLength: 5 }), (terms) => {
        const sum = weightedSum(terms, 3);
        const naive = [0, 1, 2].map((index) =>
          terms.reduce((total, term) => total + term.weight * (term.vector[index] ?? 0), 0),
        );
        const length = Math.hypot(...naive);
        expect(sum).toHaveLength(3);
        for (const [index, value] of sum.entries()) {
          if (length > 1e-9) expect(value).toBeCloseTo((naive[index] ?? 0) / length, 5);
          else expect(Number.isFinite(value)).toBe(true);
        }
      }),
    );
  });

  it("is zero without vectors", () => {
    expect([...weightedSum([], 2)]).toEqual([0, 0]);
  });
});
