/** Raises numbers to others where those are greater: from the position `from`, one after the other. */
export function raiseTo(numbers: Float64Array, others: ArrayLike<number>, from = 0): void {
  for (let index = 0; index < others.length; index++) {
    const other = others[index] ?? 0;
    if (other > (numbers[from + index] ?? 0)) numbers[from + index] = other;
  }
}
