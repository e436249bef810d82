/**
 * The same object without the fields that are `undefined`, so that "unknown" is an absent field, as the schemas have
 * it. The type stays: what reads as `undefined` before does so after.
 */
export function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
