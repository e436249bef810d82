/** Raises numbers to others, position by position, where those are greater. */
export function raiseTo(numbers: Float64Array, others: Float64Array): void {
  for (let index = 0; index < numbers.length; index++) {
    const other = others[index] ?? 0;
    if (other > (numbers[index] ?? 0)) numbers[index] = other;
  }
}
