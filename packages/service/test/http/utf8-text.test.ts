import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Utf8Text } from "../../src/http/utf8-text.ts";

const piece = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "binary", maxLength: 50 }).map((text) => "å–😀".repeat(9000) + text),
  fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
);

it("holds all pieces as UTF-8, and tells where each of them lies", () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = new Utf8Text();
      const places = pieces.map((each) => [text.add(each), text.end] as const);
      const whole = text.whole();
      const bytes = pieces.map((each) => Buffer.from(each));
      expect(whole.equals(Buffer.concat(bytes))).toBe(true);
      for (const [index, place] of places.entries())
        expect(bytes[index]?.equals(whole.subarray(...place))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it("gives memory of its own away, which later pieces do not change", () => {
  const text = new Utf8Text();
  text.add("one");
  const whole = text.whole();
  text.add("more");
  expect(whole.toString()).toBe("one");
  expect(text.whole().toString()).toBe("onemore");
});
