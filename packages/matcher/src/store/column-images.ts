import type { ImagedColumn } from "../columns/column-image.ts";
import {
  columnImageOf,
  imageOfColumn,
  joinImages,
  partOf,
  type ReadStoreImage,
  type StoreImage,
} from "./store-image.ts";

/** A column under the name that its image bears. */
export interface NamedColumn {
  readonly name: string;
  readonly column: ImagedColumn;
}

/** The state of all columns that can be written down. */
export function imageOfColumns(columns: readonly NamedColumn[]): StoreImage {
  return joinImages(
    Object.fromEntries(columns.map(({ name, column }) => [name, imageOfColumn(column.image())])),
  );
}

/** Gives columns the state that an image holds. @returns the names of those for which it holds none that they take. */
export function restoreColumns(columns: readonly NamedColumn[], image: ReadStoreImage): ReadonlySet<string> {
  const stale = columns.filter(({ name, column }) => {
    const own = columnImageOf(partOf(image, name));
    return own === undefined || !column.restore(own);
  });
  return new Set(stale.map(({ name }) => name));
}
