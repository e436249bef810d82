import type { ColumnArray } from "./column-image.ts";

/** The array, or a copy that holds at least so many elements: a multiple of 64, and twice as many as before. */
export function grownTo<Elements extends ColumnArray>(array: Elements, length: number, filler = 0): Elements {
  if (length <= array.length) return array;
  const capacity = Math.ceil(Math.max(length, array.length * 2) / 64) * 64;
  const grown = new (array.constructor as new (length: number) => Elements)(capacity);
  grown.set(array);
  return grown.fill(filler, array.length) as Elements;
}
