/** The greatest number at each position, at least `floor`. */
export function nearestOf(all: readonly Float64Array[], length: number, floor: number): Float64Array {
  const nearest = new Float64Array(length).fill(floor);
  for (const numbers of all) raise(nearest, numbers);
  return nearest;
}

function raise(numbers: Float64Array, others: Float64Array): void {
  for (let index = 0; index < numbers.length; index++) {
    const other = others[index] ?? 0;
    if (other > (numbers[index] ?? 0)) numbers[index] = other;
  }
}
