import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashText } from "../../src/embedding/text-hash.ts";
import { TextTable } from "../../src/vector-index/text-table.ts";

type Step = readonly [text: number, kind: "acquire" | "release"];
const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(200), fc.constantFrom("acquire", "acquire", "release"));

interface Expected {
  readonly row: number;
  references: number;
}

function hashOf(text: number): string {
  return hashText(`text ${text}`);
}

/** Takes each step in the table and in a plain map. */
function play(steps: readonly Step[], table: TextTable): Map<number, Expected> {
  const expected = new Map<number, Expected>();
  for (const [text, kind] of steps) {
    const known = expected.get(text);
    expect(table.find(hashOf(text))).toBe(known?.row ?? -1);
    if (kind === "release") {
      if (known === undefined) continue;
      table.release(known.row, 0);
      known.references -= 1;
      if (known.references === 0) expected.delete(text);
    } else if (known === undefined) {
      expected.set(text, { row: table.add(hashOf(text)), references: 1 });
    } else {
      table.retain(known.row);
      known.references += 1;
    }
  }
  return expected;
}

describe("the table of texts", () => {
  const steps = fc.array(step, { maxLength: 600 });

  it("finds what a map finds, whatever comes and goes, and never gives a row to two texts", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const table = new TextTable();
        const expected = play(all, table);
        expect(table.size).toBe(expected.size);
        for (let text = 0; text <= 200; text++) {
          expect(table.find(hashOf(text))).toBe(expected.get(text)?.row ?? -1);
        }
        expect(new Set([...expected.values()].map(({ row }) => row)).size).toBe(expected.size);
        expect([...table.rows()]).toEqual([...expected.values()].map(({ row }) => row).sort((a, b) => a - b));
      }),
    );
  });

  it("is the same after it was written down, with its rows numbered anew", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const table = new TextTable();
        const expected = play(all, table);
        const rows = table.rows();
        const image = table.image(rows);
        const restored = new TextTable();
        restored.restore(image);
        for (const [text, { row, references }] of expected) {
          const place = rows.indexOf(row);
          expect(restored.find(hashOf(text))).toBe(place);
          expect(image.references[place]).toBe(references);
        }
        expect(restored.size).toBe(expected.size);
      }),
    );
  });

  it("uses no row anew while somebody reads", () => {
    const table = new TextTable();
    const row = table.add(hashOf(1));
    table.releases.beginReading();
    table.release(row, 0);
    expect(table.add(hashOf(2))).not.toBe(row);
    table.releases.endReading();
    expect(table.add(hashOf(3))).toBe(row);
  });
});
