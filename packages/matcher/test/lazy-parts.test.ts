import { describe, expect, it } from "vitest";
import { lazyParts } from "../src/lazy-parts.ts";

/** An object with two parts, and how often each was made. */
function observed() {
  const made: string[] = [];
  const withParts = lazyParts<{ readonly word: string }, { readonly first: string; readonly all: string[] }>({
    first: ({ word }) => {
      made.push("first");
      return word.slice(0, 1);
    },
    all: ({ word }) => {
      made.push("all");
      return [...word];
    },
  });
  return { made, object: withParts({ kind: "word" }, { word: "ko" }) };
}
const whole = { kind: "word", first: "k", all: ["k", "o"] };

describe("parts that are made when they are read", () => {
  it("are made once, each for itself", () => {
    const { made, object } = observed();
    expect(made).toEqual([]);
    expect(object.all).toBe(object.all);
    expect(made).toEqual(["all"]);
    expect([object.first, object.first]).toEqual(["k", "k"]);
    expect(made).toEqual(["all", "first"]);
  });

  it.each<[string, (object: object) => unknown]>([
    ["as they are", (object) => object],
    ["as JSON", (object) => JSON.parse(JSON.stringify(object))],
    ["spread", (object) => ({ ...object })],
    ["assigned", (object) => Object.assign({}, object)],
    ["cloned", (object) => structuredClone(object)],
    ["by entry", (object) => Object.fromEntries(Object.entries(object))],
  ])("are properties of a plain object (%s)", (_way, copied) => {
    expect(copied(observed().object)).toStrictEqual(whole);
    expect(Object.keys(observed().object)).toEqual(["kind", "first", "all"]);
    const { object } = observed();
    JSON.stringify(object);
    expect(copied(object)).toStrictEqual(whole);
  });

  it("belong to one object alone", () => {
    const withWord = lazyParts<string, { readonly word: string }>({ word: (source) => source });
    const [one, other] = [withWord({}, "one"), withWord({}, "other")];
    expect([other.word, one.word]).toEqual(["other", "one"]);
  });

  it("are asked for again where they could not be made", () => {
    let attempts = 0;
    const failing = lazyParts<undefined, { readonly part: number }>({
      part: () => {
        attempts += 1;
        if (attempts === 1) throw new RangeError("not yet");
        return attempts;
      },
    })({}, undefined);
    expect(() => failing.part).toThrow(RangeError);
    expect(failing.part).toBe(2);
  });
});
