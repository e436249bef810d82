/** Gives its descendants the object that they are to be, so that they can keep something private in it. */
class Given {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: a plain object, which no class would make.
    return object;
  }
}

type Makers<Source, Parts extends object> = { readonly [Key in keyof Parts]: (source: Source) => Parts[Key] };

/**
 * Names parts that are made when they are first read, and once, from a source that stays hidden. To every reader they are
 * properties of a plain object like any other: they are listed, copied and written as JSON. All objects of a kind share
 * their getters, which makes them several times cheaper than with getters of their own.
 *
 * @returns adds the parts to an object.
 */
export function lazyParts<Source, Parts extends object>(
  makers: Makers<Source, Parts>,
): <Base extends object>(base: Base, source: Source) => Base & Parts {
  class WithParts extends Given {
    readonly #source: Source;
    #made: Partial<Parts> | undefined;

    constructor(base: object, source: Source) {
      super(base);
      this.#source = source;
      for (const { key, descriptor } of parts) Object.defineProperty(base, key, descriptor);
    }

    static read<Key extends keyof Parts>(object: WithParts, key: Key): Parts[Key] | undefined {
      object.#made ??= {};
      const made = object.#made;
      if (!(key in made)) made[key] = makers[key](object.#source);
      return made[key];
    }
  }
  const parts = (Object.keys(makers) as (keyof Parts & string)[]).map((key) => {
    const descriptor: PropertyDescriptor & ThisType<WithParts> = {
      enumerable: true,
      configurable: true,
      get() {
        return WithParts.read(this, key);
      },
    };
    return { key, descriptor };
  });
  return <Base extends object>(base: Base, source: Source) => {
    new WithParts(base, source);
    return base as Base & Parts;
  };
}
