import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OpenFile } from "../../src/storage/open-file.ts";
import { RecordTable } from "../../src/store/record-table.ts";

interface TestRecord {
  readonly version: number;
  readonly text: string;
  readonly rows: readonly number[];
}

type Step = readonly [id: string, record: TestRecord | undefined];
const record = fc.record({
  version: fc.nat(),
  text: fc.string({ maxLength: 150 }),
  rows: fc.array(fc.nat(500), { maxLength: 12 }),
});
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom("a", "b", "c", "d", "e", "f"),
  fc.option(record, { nil: undefined }),
);
const steps = fc.array(step, { maxLength: 60 });

/** Takes each step in the table and in a plain map; no record means that it is removed. */
function play(all: readonly Step[], table: RecordTable, expected: Map<string, TestRecord>): void {
  for (const [id, given] of all) {
    if (given === undefined) {
      table.remove(id);
      expected.delete(id);
    } else {
      table.enter({ id, version: given.version }, table.write(given), given.rows);
      expected.set(id, given);
    }
  }
}

function expectSame(table: RecordTable, expected: ReadonlyMap<string, TestRecord>): void {
  expect([...table.ids()]).toEqual([...expected.keys()]);
  expect(table.size).toBe(expected.size);
  for (const [id, given] of expected) {
    const slot = table.slotOf(id) ?? -1;
    expect(table.idOf(slot)).toBe(id);
    expect(table.record(slot)).toEqual(given);
    expect(table.versionAt(slot)).toBe(given.version);
    expect([...table.rows(slot)]).toEqual(given.rows);
  }
}

describe("a table of records", () => {
  it("holds what a map holds, in the same order", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const table = new RecordTable();
        const expected = new Map<string, TestRecord>();
        play(all, table, expected);
        expectSame(table, expected);
      }),
    );
  });

  it("is written down as it was, whatever changes meanwhile, and goes on from there", () => {
    fc.assert(
      fc.property(steps, steps, fc.boolean(), (earlier, later, tellsVersions) => {
        const table = new RecordTable();
        const expected = new Map<string, TestRecord>();
        play(earlier, table, expected);
        const { json, arrays, streams } = table.beginImage(
          Uint32Array.from({ length: 501 }, (_, row) => row),
        );
        play(later, table, new Map(expected));
        const records = Buffer.concat([...(streams.records ?? [])]);
        table.endImage();
        const { versions: _, ...ofOldSnapshot } = arrays;
        withFile(records, (file) => {
          const restored = new RecordTable();
          restored.restore({
            json,
            arrays: tellsVersions ? arrays : ofOldSnapshot,
            sections: { records: { file, start: 0, length: records.length } },
          });
          expectSame(restored, expected);
          play(later, restored, expected);
          expectSame(restored, expected);
        });
      }),
      { numRuns: 60 },
    );
  });
});

function withFile(bytes: Uint8Array, use: (file: OpenFile) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "jobbmatch-records-"));
  const path = join(folder, "records");
  writeFileSync(path, bytes);
  const descriptor = openSync(path, "r");
  try {
    use(new OpenFile(descriptor));
  } finally {
    closeSync(descriptor);
    rmSync(folder, { recursive: true });
  }
}
