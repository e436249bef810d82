/**
 * What the ways to search cost, in nanoseconds, as `npm run bench:retrieval -- --calibrate` measures and prints it. Only
 * their ratios decide.
 */
export interface PlannerCalibration {
  /** An exact scan: once, and for each element of each vector that is compared. */
  readonly scanBase: number;
  readonly scanPerElement: number;
  /** A search by cells: once; what it compares costs as much as in a scan. */
  readonly cellBase: number;
  /** A search in the graph: once, and for each candidate (ef) times the binary logarithm of the graph's size. */
  readonly graphBase: number;
  readonly graphPerCandidate: number;
}

export const calibration: PlannerCalibration = {
  scanBase: 280_000,
  scanPerElement: 0.35,
  cellBase: 230_000,
  graphBase: 390_000,
  graphPerCandidate: 120,
};
