import type { Row } from "./text-table.ts";

/** Consecutive rows, which are copied or read at once. */
export interface Run {
  /** Position of the first among the rows asked for. */
  readonly index: number;
  readonly row: Row;
  readonly length: number;
}

/** Rows as runs, in their order. */
export function* runsOf(rows: Uint32Array): Iterable<Run> {
  for (let index = 0; index < rows.length; ) {
    const row = rows[index] ?? 0;
    let length = 1;
    while (rows[index + length] === row + length) length += 1;
    yield { index, row, length };
    index += length;
  }
}
