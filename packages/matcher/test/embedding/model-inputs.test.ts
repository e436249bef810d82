import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelInputs } from "../../src/embedding/model-inputs.ts";

describe("the inputs of a run", () => {
  it("hold every text from the left, and padding that is masked in multiples of what is asked", () => {
    const texts = fc.array(fc.array(fc.bigInt(1n, 32_000n), { maxLength: 30 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 8 }), (rows, multiple) => {
        const { dims, ids, mask } = modelInputs(rows, { padding: 0, multiple });
        const [height, width] = dims;
        expect([height % multiple, width % multiple]).toEqual([0, 0]);
        expect(height - rows.length).toBeLessThan(multiple);
        for (let row = 0; row < height; row++) {
          const text = rows[row] ?? [];
          const filled = [...text, ...Array.from({ length: width - text.length }, () => 0n)];
          expect([...ids.subarray(row * width, (row + 1) * width)]).toEqual(filled);
          const masked = filled.map((_, column) => (column < text.length ? 1n : 0n));
          expect([...mask.subarray(row * width, (row + 1) * width)]).toEqual(masked);
        }
      }),
    );
  });

  it("are never empty, and as narrow as the texts when nothing else is asked", () => {
    expect(modelInputs([[]], { padding: 7, multiple: 1 })).toEqual({
      dims: [1, 1],
      ids: BigInt64Array.of(7n),
      mask: BigInt64Array.of(0n),
    });
    expect(modelInputs([[3n, 4n], [5n]], { padding: 7, multiple: 1 }).ids).toEqual(
      BigInt64Array.of(3n, 4n, 5n, 7n),
    );
  });
});
