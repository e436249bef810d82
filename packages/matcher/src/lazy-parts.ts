type Makers<Parts extends object> = { readonly [Key in keyof Parts]: () => Parts[Key] };

/**
 * Adds parts that are made when they are first read, and once. To every reader they are properties like any other: they
 * are listed, copied and written as JSON.
 */
export function withLazyParts<Base extends object, Parts extends object>(
  base: Base,
  makers: Makers<Parts>,
): Base & Parts {
  for (const key of Object.keys(makers) as (keyof Parts & string)[]) {
    Object.defineProperty(base, key, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = makers[key]();
        Object.defineProperty(base, key, { enumerable: true, value });
        return value;
      },
    });
  }
  return base as Base & Parts;
}
