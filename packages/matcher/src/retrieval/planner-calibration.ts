/**
 * What the two ways to search cost, in nanoseconds, as `npm run bench:retrieval -- --calibrate` measures and prints it.
 * Only their ratio decides, and it differs little between machines: both are bound by the speed of the memory.
 */
export interface PlannerCalibration {
  /** An exact scan: once, for each owner in the index, and for each element of each vector that is compared. */
  readonly scanBase: number;
  readonly scanPerElement: number;
  /** A search in the graph: once, and for each candidate (ef) times the binary logarithm of the graph's size. */
  readonly graphBase: number;
  readonly graphPerCandidate: number;
}

export const calibration: PlannerCalibration = {
  scanBase: 60_000,
  scanPerElement: 0.15,
  graphBase: 60_000,
  graphPerCandidate: 250,
};
