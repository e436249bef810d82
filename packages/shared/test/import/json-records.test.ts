import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonRecord, type JsonRecordOptions, readJsonRecords } from "../../src/index.ts";

async function read(
  source: Iterable<Uint8Array | string>,
  options?: JsonRecordOptions,
): Promise<JsonRecord[]> {
  const records: JsonRecord[] = [];
  for await (const record of readJsonRecords(source, options)) records.push(record);
  return records;
}

/** Each record as its JSON, each problem as its code, with lines. */
async function outline(text: string | Uint8Array, options?: JsonRecordOptions) {
  const records = await read([text], options);
  return records.map((record) =>
    record.kind === "record" ? [record.line, record.json] : [record.problem.line, record.problem.code],
  );
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

function cut(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, index) => bytes.slice(places[index], end));
}

const record = fc
  .dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })
  .filter((json) => !Object.hasOwn(json, "hits") && !Object.hasOwn(json, "__proto__"));
const records = fc.array(record, { maxLength: 6 });
const cuts = fc.array(fc.nat(), { maxLength: 10 });
const trailing = 'åäö "quote\\" 👩‍🔧 {[]}';

/** The same records in each form, and the answer of `JSON.parse`. */
const forms: readonly (readonly [string, (items: readonly object[], indent: number) => string])[] = [
  ["a list", (items, indent) => JSON.stringify(items, null, indent)],
  [
    "an answer with hits",
    (items, indent) =>
      JSON.stringify(
        { total: { value: 3 }, q: "hits", hits: items, freetext: [{ hits: [1] }] },
        null,
        indent,
      ),
  ],
  ["JSON Lines", (items) => items.map((item) => `${JSON.stringify(item)}\n`).join("\n")],
  [
    "JSON Lines with CRLF and no last line end",
    (items) => items.map((item) => JSON.stringify(item)).join("\r\n"),
  ],
  [
    "a list with one record per line",
    (items) => `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]\n`,
  ],
  [
    "records after each other",
    (items, indent) => items.map((item) => JSON.stringify(item, null, indent)).join("\n"),
  ],
];

describe("readJsonRecords", () => {
  it.each(forms)("reads %s as JSON.parse does, wherever the chunks end", async (_name, write) => {
    await fc.assert(
      fc.asyncProperty(
        records,
        cuts,
        fc.constantFrom(0, 1, 2),
        fc.boolean(),
        async (items, places, indent, bom) => {
          const all = [...items, { text: trailing }];
          const bytes = bytesOf((bom ? "\uFEFF" : "") + write(all, indent));
          const found = await read(cut(bytes, places));
          expect(found.map((one) => (one.kind === "record" ? one.json : one))).toEqual(
            JSON.parse(JSON.stringify(all)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("reads texts whose chunks cut a character in two", async () => {
    const text = JSON.stringify([{ a: "👩‍🔧ö" }]);
    for (let place = 0; place <= text.length; place++) {
      const found = await read([text.slice(0, place), text.slice(place)]);
      expect(found).toEqual([{ kind: "record", line: 1, json: { a: "👩‍🔧ö" } }]);
    }
  });

  it("gives the line on which each record begins", async () => {
    expect(await outline('\n{"a":1}\n\n{"a":2}')).toEqual([
      [2, { a: 1 }],
      [4, { a: 2 }],
    ]);
    expect(await outline('{"hits":\n[\n{"a":\n1},\n{"a":2}]}')).toEqual([
      [3, { a: 1 }],
      [5, { a: 2 }],
    ]);
  });

  it("gives items that are no objects to the reader to judge", async () => {
    expect(await outline('[1, "x,]", null, [2]]')).toEqual([
      [1, 1],
      [1, "x,]"],
      [1, null],
      [1, [2]],
    ]);
    expect(await outline("")).toEqual([]);
    expect(await outline("[]")).toEqual([]);
  });

  const broken = [
    ["JSON Lines, a brace missing", '{"a":1}\n{"a":2\n{"a":3}\n'],
    ["JSON Lines, a value missing", '{"a":1}\n{"a":\n{"a":3}\n'],
    ["JSON Lines, a string not closed", '{"a":1}\n{"a":"x\n{"a":3}\n'],
    ["JSON Lines, an odd quote", '{"a":1}\n{"a":"x, "b":"y"}\n{"a":3}\n'],
    ["JSON Lines, rubbish", '{"a":1}\nnot json\n{"a":3}\n'],
    ["a compact list, a brace missing", '[{"a":1},\n{"a":2,{"a":3}]'],
    ["a list by lines, a brace missing", '[{"a":1},\n{"a":[1,2],\n{"a":3}]'],
    ["a list, a bracket missing", '[{"a":1},\n{"a":[1,2},{"a":3}]'],
    ["a list, a comma missing", '[{"a":1},\n{"a":1 "b":2},{"a":3}]'],
    ["a pretty list, a string not closed", '[\t{"a":1},\n  {\n   "a": "x\n  },\n  {\n   "a": 3\n  }\n]'],
    ["an answer, a value missing", '{"hits":[{"a":1},\n{"a":},{"a":3}]}'],
  ] as const;
  it.each(broken)("reports a broken record and goes on: %s", async (_name, text) => {
    const found = await outline(text);
    expect(found[0]).toEqual([1, { a: 1 }]);
    expect(found[1]).toEqual([2, "invalidJson"]);
    expect(found.at(-1)?.[1]).toEqual({ a: 3 });
    expect(found).toHaveLength(3);
  });

  it("never loses a good line beside a broken one", async () => {
    const line = fc.oneof(
      record.map((json) => JSON.stringify(json)),
      fc.tuple(record, fc.nat()).map(([json, length]) => {
        const text = JSON.stringify({ ...json, z: "end" });
        return text.slice(0, 1 + (length % (text.length - 1)));
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), cuts, async (lines, places) => {
        const all = ["{}", ...lines];
        const good = all.filter((text) => {
          try {
            return typeof JSON.parse(text) === "object";
          } catch {
            return false;
          }
        });
        const found = await read(cut(bytesOf(all.join("\n")), places));
        expect(found.flatMap((one) => (one.kind === "record" ? [JSON.stringify(one.json)] : []))).toEqual(
          good,
        );
        const problems = found.filter((one) => one.kind === "problem");
        expect(problems).toHaveLength(all.length - good.length);
      }),
    );
  });

  it("reports a file that ends too early", async () => {
    expect(await outline('[{"a":1},\n{"a":')).toEqual([
      [1, { a: 1 }],
      [2, "invalidJson"],
    ]);
    expect(await outline('{"hits":[{"a":1}\n')).toEqual([
      [1, { a: 1 }],
      [2, "invalidJson"],
    ]);
    expect(await outline('{"hits":[{"a":1}], "total":')).toEqual([
      [1, { a: 1 }],
      [1, "invalidJson"],
    ]);
  });

  it("reports a record that is too large and goes on, holding no more than the limit", async () => {
    const large = `{"a":"${"x".repeat(200)}"}`;
    for (const text of [`{"a":1}\n${large}\n{"a":3}`, `[{"a":1},\n${large},{"a":3}]`]) {
      const chunks = cut(bytesOf(text), [20, 60, 100, 140]);
      const found = await read(chunks, { maxRecordBytes: 50 });
      expect(found.map((one) => (one.kind === "record" ? one.json : one.problem.code))).toEqual([
        { a: 1 },
        "recordTooLarge",
        { a: 3 },
      ]);
    }
    const exact = '{"a":"xx"}';
    expect(await outline(exact, { maxRecordBytes: exact.length })).toEqual([[1, { a: "xx" }]]);
    expect(await outline(exact, { maxRecordBytes: exact.length - 1 })).toEqual([[1, "recordTooLarge"]]);
  });

  it("reports records that are not UTF-8 and goes on", async () => {
    const latin1 = Uint8Array.from(
      [...'{"a":1}\n{"a":"för"}\n{"a":3}'].map((letter) => letter.charCodeAt(0)),
    );
    expect(await outline(latin1)).toEqual([
      [1, { a: 1 }],
      [2, "invalidEncoding"],
      [3, { a: 3 }],
    ]);
    const utf16 = new Uint8Array(
      new Uint16Array([...'{"a":1}'].map((letter) => letter.charCodeAt(0))).buffer,
    );
    expect((await outline(utf16)).every(([, code]) => code === "invalidEncoding")).toBe(true);
  });

  it("stands deep nesting", async () => {
    const deep = "[".repeat(100_000);
    expect((await outline(deep, { maxRecordBytes: 1000 })).at(-1)?.[1]).toBe("recordTooLarge");
  });
});
