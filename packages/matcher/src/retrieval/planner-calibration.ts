/**
 * What the two ways to search cost, in nanoseconds, as `npm run bench:retrieval -- --calibrate` measures and prints it.
 * Only their ratio decides. These are from two cores whose memory other programs were using; a quiet machine scans up to
 * three times as fast, and then a scan would pay for somewhat larger shares than these numbers say.
 */
export interface PlannerCalibration {
  /** An exact scan: once, and for each element of each vector that is compared. */
  readonly scanBase: number;
  readonly scanPerElement: number;
  /** A search in the graph: once, and for each candidate (ef) times the binary logarithm of the graph's size. */
  readonly graphBase: number;
  readonly graphPerCandidate: number;
}

export const calibration: PlannerCalibration = {
  scanBase: 250_000,
  scanPerElement: 0.36,
  graphBase: 240_000,
  graphPerCandidate: 180,
};
