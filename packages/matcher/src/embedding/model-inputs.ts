/** What a run of the model takes: rows × columns, row by row. */
export interface ModelInputs {
  readonly dims: readonly [rows: number, columns: number];
  readonly ids: BigInt64Array;
  /** 1 where an id is of a text, 0 where it is padding. */
  readonly mask: BigInt64Array;
}

/**
 * Lays texts of different lengths out in one rectangle.
 *
 * @param texts ids of each text, at least one text.
 * @param options `padding`: the id that fills up; `multiple`: of which rows and columns become a multiple, at least 1.
 */
export function modelInputs(
  texts: readonly (readonly bigint[])[],
  { padding, multiple }: { readonly padding: number; readonly multiple: number },
): ModelInputs {
  const rows = roundUp(texts.length, multiple);
  const columns = roundUp(Math.max(1, ...texts.map(({ length }) => length)), multiple);
  const ids = new BigInt64Array(rows * columns).fill(BigInt(padding));
  const mask = new BigInt64Array(rows * columns);
  for (const [row, text] of texts.entries()) {
    for (const [column, id] of text.entries()) ids[row * columns + column] = id;
    mask.fill(1n, row * columns, row * columns + text.length);
  }
  return { dims: [rows, columns], ids, mask };
}

function roundUp(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}
