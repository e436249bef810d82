import type { ColumnImage } from "./column-image.ts";

type ArrayConstructor =
  | Uint8ArrayConstructor
  | Uint16ArrayConstructor
  | Uint32ArrayConstructor
  | Int32ArrayConstructor
  | Float32ArrayConstructor
  | Float64ArrayConstructor;

type Copies<Kinds extends Record<string, ArrayConstructor>> = {
  [Name in keyof Kinds]: InstanceType<Kinds[Name]>;
};

/**
 * Copies of an image's arrays, or `undefined` if one is missing or of another kind.
 *
 * @example
 * copiedArrays(image.arrays, { x: Float32Array, slot: Uint32Array });
 */
export function copiedArrays<Kinds extends Record<string, ArrayConstructor>>(
  arrays: ColumnImage["arrays"],
  kinds: Kinds,
): Copies<Kinds> | undefined {
  const copies = Object.entries(kinds).map(([name, kind]) => {
    const array = arrays[name];
    return [name, array instanceof kind ? array.slice() : undefined] as const;
  });
  if (copies.some(([, copy]) => copy === undefined)) return undefined;
  return Object.fromEntries(copies) as Copies<Kinds>;
}
