/**
 * Moves the elements at some positions, which rise, to the front.
 *
 * @returns a view of them.
 */
export function picked<Elements extends Float64Array | Uint32Array>(
  elements: Elements,
  positions: Uint32Array,
): Elements {
  for (let index = 0; index < positions.length; index++) {
    elements[index] = elements[positions[index] ?? 0] ?? 0;
  }
  return elements.subarray(0, positions.length) as Elements;
}
