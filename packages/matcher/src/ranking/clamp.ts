/** Brings a number into [0, 1]. */
export function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** How far a number lies from `low` (0) to `high` (1). */
export function ramp(value: number, low: number, high: number): number {
  return clamp((value - low) / (high - low));
}
