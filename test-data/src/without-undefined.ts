/**
 * The same object without the fields that are `undefined`, so that "unknown" is an absent field, as the schemas have
 * it. The type stays: what reads as `undefined` before does so after.
 */
export function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  const known: Partial<Fields> = {};
  // A loop over keys: half of the time of the whole generator went into `Object.fromEntries` here.
  for (const key in fields) if (fields[key] !== undefined) known[key] = fields[key];
  return known as Fields;
}
