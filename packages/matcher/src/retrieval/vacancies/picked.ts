/** The elements at some positions, in their order. */
export function picked<Elements extends Float64Array | Uint32Array>(
  elements: Elements,
  positions: Uint32Array,
): Elements {
  const some = elements.slice(0, positions.length) as Elements;
  for (let index = 0; index < some.length; index++) some[index] = elements[positions[index] ?? 0] ?? 0;
  return some;
}
