import fc, { type Arbitrary } from "fast-check";
import type { Route } from "../../src/http/route.ts";
import { document } from "./documented.ts";
import { participant, vacancy } from "./people.ts";
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
  const wrong = [
    { weight: 1, arbitrary: anyText },
    { weight: 1, arbitrary: nastyText },
  ];
  const pathText = (schema: JsonSchema) =>
    fc.oneof(
      { weight: 16, arbitrary: fc.constantFrom(...ids.filter((id) => isAccepted(schema, id))) },
      { weight: 4, arbitrary: schemas.valuesOf(schema).map(String) },
      ...wrong,
    );
  const queryText = (schema: JsonSchema) =>
    fc.oneof({ weight: 40, arbitrary: schemas.valuesOf(schema).map(String) }, ...wrong);
  const path = fc.record(
    Object.fromEntries(named("path").map(({ name, schema }) => [name, pathText(schema)])),
  ) as Arbitrary<Record<string, string>>;
  const known = fc.record(
    Object.fromEntries(named("query").map(({ name, schema }) => [name, queryText(schema)])),
    { requiredKeys: [] },
  ) as Arbitrary<Record<string, string>>;
  const query = fc.oneof(
    { weight: 20, arbitrary: known },
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
  if (name === "Jobbmatch-After") return fc.constantFrom("0", "1", "2", "3", "-1", "");
  const values = fc.oneof(
    { weight: 12, arbitrary: schemas.valuesOf(schema).map(String) },
    { weight: 1, arbitrary: fc.string({ maxLength: 40, unit: "binary" }) },
  );
  // What cannot stand in a header at all never gets as far as the service.
  return values.map((text) => text.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, "").trim());
}

function addressOf({ path }: Route, values: Record<string, string>, fields: Record<string, string>): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => stepOf(values[name] ?? ""));
  const query = new URLSearchParams(fields).toString();
  return query === "" ? address : `${address}?${query}`;
}

/** A client would shorten an address with a step of dots, and an empty one is another address. */
function stepOf(text: string): string {
  return /^\.{0,2}$/.test(text) ? "x" : encodeURIComponent(text);
}

interface FuzzedBody {
  readonly mediaType: string;
  readonly text: (pathValues: Record<string, string>) => string;
}

function bodiesOf({ bodyForm, path }: Route, requestBody: unknown): Arbitrary<FuzzedBody | undefined> {
  if (bodyForm === undefined) return fc.constant(undefined);
  const mediaType = fc.oneof(
    { weight: 24, arbitrary: fc.constantFrom(...bodyForm.mediaTypes) },
    { weight: 1, arbitrary: fc.constantFrom("text/plain", "application/xml") },
  );
  const likely = likelyBodies(path, schemaOf(requestBody, bodyForm.mediaTypes[0] ?? ""));
  const value = fc.oneof(
    { weight: 4, arbitrary: likely },
    { weight: 3, arbitrary: mutated(likely) },
    { weight: 1, arbitrary: nastyJson },
  );
  const json = value.map(
    (body) => (values: Record<string, string>) => JSON.stringify(withKnownIds(values, body)) ?? "",
  );
  const junk = fc.oneof(anyText, nastyText, fc.constant('{"a":')).map((text) => () => text);
  const single = fc.oneof({ weight: 12, arbitrary: json }, { weight: 1, arbitrary: junk });
  const text =
    bodyForm.kind === "records"
      ? fc
          .array(single, { maxLength: 8 })
          .map((lines) => (values: Record<string, string>) => lines.map((line) => line(values)).join("\n"))
      : single;
  return fc.record({ mediaType, text });
}

/**
 * Bodies that get far: a record that is right, with some fields that the schema makes up. What the document cannot say,
 * such as which languages there are, would stop nearly every record that is made up as a whole.
 */
function likelyBodies(path: string, schema: JsonSchema): Arbitrary<unknown> {
  const version = fc.integer({ min: 0, max: 50 });
  if (path.startsWith("/v1/participants"))
    return withSomeOf(
      version.map((each) => participant("north-1", { version: each })),
      "Participant",
    );
  if (path.startsWith("/v1/vacancies"))
    return withSomeOf(
      version.map((each) => vacancy("open-1", { version: each })),
      "Vacancy",
    );
  return schemas.valuesOf(schema);
}

function withSomeOf(records: Arbitrary<object>, component: string): Arbitrary<object> {
  const others = schemas.valuesOf({ $ref: `#/components/schemas/${component}` });
  return fc.tuple(records, others, fc.nat(), fc.nat(3)).map(([record, other, first, count]) => {
    const fields = Object.entries(Object(other)).filter(([name]) => !(name in record));
    return { ...record, ...Object.fromEntries(fields.slice(first % (fields.length + 1)).slice(0, count)) };
  });
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

/** Ids that are there: else nothing but an unknown id would be found wrong with most requests. */
function withKnownIds({ id }: Record<string, string>, body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  return {
    ...body,
    ...(id !== undefined && "id" in body ? { id } : {}),
    ...("participant" in body && typeof body.participant === "string" ? { participant: "north-1" } : {}),
    ...("vacancy" in body && typeof body.vacancy === "string" ? { vacancy: "open-1" } : {}),
    ...("vacancy" in body && typeof body.vacancy === "object" ? { vacancy: vacancy("unstored") } : {}),
  };
}

function isAccepted({ enum: values, pattern = "", format }: JsonSchema, id: string): boolean {
  if (format !== undefined && format !== "date") return true;
  return values === undefined ? new RegExp(pattern).test(id) : values.includes(id);
}
