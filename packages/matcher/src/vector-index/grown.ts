/** The table itself if it has so many entries, else a longer copy (by half at least); new entries are 0. */
export function grown<Table extends Uint16Array | Uint32Array | Float32Array>(
  table: Table,
  length: number,
): Table {
  if (length <= table.length) return table;
  const longer = new (table.constructor as new (length: number) => Table)(
    Math.ceil(Math.max(length, table.length * 1.5) / 32) * 32,
  );
  longer.set(table);
  return longer;
}
