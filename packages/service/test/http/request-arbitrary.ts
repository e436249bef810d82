import fc, { type Arbitrary } from "fast-check";
import type { Route } from "../../src/http/route.ts";
import { document } from "./documented.ts";
import { type JsonSchema, SchemaArbitraries } from "./schema-arbitrary.ts";

/** A request that may be right or wrong in any place. */
export interface FuzzedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: JsonSchema;
}

const schemas = new SchemaArbitraries(document);
const anyText = fc.string({ maxLength: 30, unit: "grapheme" });
/** What breaks programs that put texts together. */
const nastyText = fc.constantFrom(
  "",
  " ",
  "..",
  "../../etc/passwd",
  "'; DROP TABLE participants; --",
  "%00",
  "\u0000",
  "null",
  "-1",
  "1e999",
  "NaN",
  "9".repeat(400),
  "a".repeat(5000),
  "\u202Eå",
  "__proto__",
);
const nastyJson: Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  nastyText,
  fc.constantFrom(null, [], {}, -1, 1e308, 2 ** 53, true, [[[[]]]], { constructor: { prototype: 1 } }),
);

/** Requests to one route, made from what the OpenAPI document says of it; `ids` are ids of things that there are. */
export function requestsTo(route: Route, ids: readonly string[]): Arbitrary<FuzzedRequest> {
  const operation = document.paths?.[route.path]?.[route.method];
  const parameters = (operation?.parameters ?? []) as readonly Parameter[];
  const named = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const text = (schema: JsonSchema) =>
    fc.oneof(
      { weight: 6, arbitrary: schemas.valuesOf(schema).map(String) },
      { weight: 6, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: anyText },
      { weight: 1, arbitrary: nastyText },
    );
  const path = fc.record(
    Object.fromEntries(named("path").map(({ name, schema }) => [name, text(schema)])),
  ) as Arbitrary<Record<string, string>>;
  const known = fc.record(
    Object.fromEntries(named("query").map(({ name, schema }) => [name, text(schema)])),
    {
      requiredKeys: [],
    },
  ) as Arbitrary<Record<string, string>>;
  const query = fc.oneof(
    { weight: 9, arbitrary: known },
    { weight: 1, arbitrary: fc.dictionary(anyText, anyText, { maxKeys: 3 }) },
  );
  const headers = fc.record(
    Object.fromEntries(named("header").map(({ name, schema }) => [name, headerText(name, schema)])),
    {
      requiredKeys: [],
    },
  ) as Arbitrary<Record<string, string>>;
  return fc
    .record({
      path,
      query,
      headers,
      body: bodiesOf(route, operation?.requestBody),
      language: fc.constantFrom("sv", "en", "*;q=x"),
    })
    .map(({ path: values, query: fields, headers: given, body, language }) => ({
      path: addressOf(route, values, fields),
      headers: {
        ...given,
        "Accept-Language": language,
        ...(body === undefined ? {} : { "Content-Type": body.mediaType }),
      },
      body: body?.text(values),
    }));
}

/** A wait for a far position takes its time without telling anything, so those are not among the values. */
function headerText(name: string, schema: JsonSchema): Arbitrary<string> {
  if (name === "Jobbmatch-After") return fc.constantFrom("0", "1", "-1", "x", "1.5", "");
  const values = fc.oneof(
    schemas.valuesOf(schema).map(String),
    fc.string({ maxLength: 40, unit: "binary" }),
    fc.constantFrom('"1"', "*", 'W/"1"', '"1", "2"'),
  );
  // What cannot stand in a header at all never gets as far as the service.
  return values.map((text) => text.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, "").trim());
}

function addressOf({ path }: Route, values: Record<string, string>, fields: Record<string, string>): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] || "x"));
  const query = new URLSearchParams(fields).toString();
  return query === "" ? address : `${address}?${query}`;
}

interface FuzzedBody {
  readonly mediaType: string;
  readonly text: (pathValues: Record<string, string>) => string;
}

function bodiesOf({ bodyForm }: Route, requestBody: unknown): Arbitrary<FuzzedBody | undefined> {
  if (bodyForm === undefined) return fc.constant(undefined);
  const mediaType = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...bodyForm.mediaTypes) },
    { weight: 1, arbitrary: fc.constantFrom("text/plain", "application/xml") },
  );
  const record =
    bodyForm.kind === "records"
      ? recordValues()
      : schemas.valuesOf(schemaOf(requestBody, bodyForm.mediaTypes[0] ?? ""));
  const value = fc.oneof(
    { weight: 3, arbitrary: record },
    { weight: 3, arbitrary: mutated(record) },
    { weight: 1, arbitrary: nastyJson },
  );
  const json = value.map(
    (body) => (values: Record<string, string>) => JSON.stringify(withIdOf(values, body)) ?? "",
  );
  const junk = fc.oneof(anyText, nastyText, fc.constant('{"a":')).map((text) => () => text);
  const single = fc.oneof({ weight: 8, arbitrary: json }, { weight: 1, arbitrary: junk });
  const text =
    bodyForm.kind === "records"
      ? fc
          .array(single, { maxLength: 8 })
          .map((lines) => (values: Record<string, string>) => lines.map((line) => line(values)).join("\n"))
      : single;
  return fc.record({ mediaType, text });
}

function recordValues(): Arbitrary<unknown> {
  return fc.oneof(
    ...["Participant", "Vacancy"].map((name) => schemas.valuesOf({ $ref: `#/components/schemas/${name}` })),
  );
}

function schemaOf(requestBody: unknown, mediaType: string): JsonSchema {
  const content: unknown =
    typeof requestBody === "object" && requestBody !== null ? Reflect.get(requestBody, "content") : undefined;
  const form: unknown =
    typeof content === "object" && content !== null ? Reflect.get(content, mediaType) : undefined;
  return typeof form === "object" && form !== null ? Reflect.get(form, "schema") : {};
}

/** The value with something else in one of its places. */
function mutated(values: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc.tuple(values, fc.nat(), nastyJson).map(([value, place, other]) => {
    const copy: unknown = structuredClone(value);
    const slots = slotsIn(copy);
    const slot = slots[place % Math.max(1, slots.length)];
    if (slot === undefined) return other;
    Reflect.set(slot.holder, slot.key, other);
    return copy;
  });
}

function slotsIn(value: unknown): { readonly holder: object; readonly key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...slotsIn(Reflect.get(value, key))]);
}

/** A record is mostly sent to the address of its own id: else nothing but that would be found wrong with it. */
function withIdOf({ id }: Record<string, string>, body: unknown): unknown {
  if (id === undefined || typeof body !== "object" || body === null || !("id" in body)) return body;
  return { ...body, id };
}
