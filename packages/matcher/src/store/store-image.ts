import type { ColumnArray, ColumnImage } from "../columns/column-image.ts";
import type { FileSection } from "../storage/byte-store.ts";

/** The state of a store at one moment, ready to be written. */
export interface StoreImage {
  /** Plain data. */
  readonly json: unknown;
  /** Copies, which no later change reaches. */
  readonly arrays: Readonly<Record<string, ColumnArray>>;
  /** What is written piece by piece; may be read until the store's `endImage`. */
  readonly streams: Readonly<Record<string, Iterable<Uint8Array>>>;
}

/** The state of a store as it was read. */
export interface ReadStoreImage {
  readonly json: unknown;
  readonly arrays: Readonly<Record<string, ColumnArray>>;
  /** Streams stay in the file. */
  readonly sections: Readonly<Record<string, FileSection>>;
}

/** Images of parts as one, the names of each part behind its own. */
export function joinImages(parts: Readonly<Record<string, StoreImage>>): StoreImage {
  const named = Object.entries(parts);
  const join = <Value>(pick: (image: StoreImage) => Readonly<Record<string, Value>>) =>
    Object.fromEntries(
      named.flatMap(([part, image]) =>
        Object.entries(pick(image)).map(([name, value]) => [`${part}.${name}`, value] as const),
      ),
    );
  return {
    json: Object.fromEntries(named.map(([part, { json }]) => [part, json])),
    arrays: join(({ arrays }) => arrays),
    streams: join(({ streams }) => streams),
  };
}

/** One part of a joined image, empty if it has none of that name. */
export function partOf(image: ReadStoreImage, part: string): ReadStoreImage {
  const prefix = `${part}.`;
  const pick = <Value>(values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value] as const),
    );
  const { json } = image;
  const own: unknown = typeof json === "object" && json !== null ? Reflect.get(json, part) : undefined;
  return { json: own, arrays: pick(image.arrays), sections: pick(image.sections) };
}

/** A column's image with copies of its arrays; a column without one is read again from the profiles. */
export function imageOfColumn(image: ColumnImage | undefined): StoreImage {
  if (image === undefined) return { json: null, arrays: {}, streams: {} };
  const { format, json, arrays } = image;
  const copies = Object.entries(arrays).map(([name, array]) => [name, array.slice()] as const);
  return { json: { format, json }, arrays: Object.fromEntries(copies), streams: {} };
}

/** What `imageOfColumn` wrote down. */
export function columnImageOf({ json, arrays }: ReadStoreImage): ColumnImage | undefined {
  if (typeof json !== "object" || json === null || !("format" in json) || !("json" in json)) return undefined;
  return typeof json.format === "string" ? { format: json.format, json: json.json, arrays } : undefined;
}
