import fc, { type Arbitrary } from "fast-check";

/** The parts of JSON Schema that the OpenAPI document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Values that a schema accepts, made from the schema alone. */
export class SchemaArbitraries {
  readonly #document: object;

  /** @param document what `$ref` points into. */
  constructor(document: object) {
    this.#document = document;
  }

  valuesOf(schema: JsonSchema): Arbitrary<unknown> {
    if (schema.$ref !== undefined) return this.valuesOf(this.#resolve(schema.$ref));
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return fc.oneof(...choices.map((each) => this.valuesOf(each)));
    if (schema.allOf !== undefined && schema.type === undefined) return this.#allOf(schema.allOf);
    return this.#ofType(schema);
  }

  #ofType(schema: JsonSchema): Arbitrary<unknown> {
    switch (schema.type) {
      case "string":
        return stringsOf(schema);
      case "integer":
        return fc.integer({
          min: schema.minimum ?? -1000,
          max: Math.min(schema.maximum ?? 100_000, 2 ** 31 - 1),
        });
      case "number":
        return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      case "array":
        return fc.array(this.valuesOf(schema.items ?? {}), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
        });
      case "object":
        return this.#objectsOf(schema);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }

  #objectsOf({
    properties = {},
    required = [],
    additionalProperties,
    propertyNames,
  }: JsonSchema): Arbitrary<object> {
    const fields = Object.entries(properties).map(([name, schema]) => [name, this.valuesOf(schema)] as const);
    const requiredKeys = Object.keys(properties).filter((name) => required.includes(name));
    const record = fc.record(Object.fromEntries(fields), { requiredKeys });
    if (typeof additionalProperties !== "object") return record;
    const names = propertyNames === undefined ? fc.string({ maxLength: 10 }) : this.valuesOf(propertyNames);
    return fc
      .tuple(record, fc.dictionary(names.map(String), this.valuesOf(additionalProperties), { maxKeys: 3 }))
      .map(([known, others]) => ({ ...others, ...known }));
  }

  #allOf(schemas: readonly JsonSchema[]): Arbitrary<object> {
    return fc
      .tuple(...schemas.map((each) => this.valuesOf(each)))
      .map((parts) => Object.assign({}, ...parts));
  }

  #resolve(reference: string): JsonSchema {
    const steps = reference.replace(/^#\//, "").split("/");
    return steps.reduce<object>((node, step) => {
      const next: unknown = Reflect.get(node, step);
      if (typeof next !== "object" || next === null) throw new Error(`${reference} leads nowhere`);
      return next;
    }, this.#document);
  }
}

function stringsOf({ pattern, format, minLength = 0, maxLength = 20 }: JsonSchema): Arbitrary<string> {
  switch (format) {
    case "date":
      return fc
        .date({ min: new Date("1950-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
        .map(isoDay);
    case "date-time":
      return fc
        .date({ min: new Date("1950-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
        .map((date) => date.toISOString());
    case "uuid":
      return fc.uuid();
    case "uri":
      return fc.webUrl();
    default:
      return pattern === undefined
        ? fc.string({ minLength, maxLength: Math.min(maxLength, Math.max(minLength, 20)), unit: "grapheme" })
        : fc.stringMatching(new RegExp(pattern));
  }
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
