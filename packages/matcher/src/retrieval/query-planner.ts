import { calibration, type PlannerCalibration } from "./planner-calibration.ts";

/** Compares every allowed vector. */
export interface ExactScanPlan {
  readonly kind: "exactScan";
  /** Vectors that are compared. */
  readonly vectors: number;
}

/** Fetches the nearest vectors from the graph without regard to the filter, then drops those that it excludes. */
export interface HnswPostFilterPlan {
  readonly kind: "hnswPostFilter";
  /** Nearest vectors to fetch before the filter. */
  readonly fetch: number;
  /** Candidates that the graph search keeps. */
  readonly ef: number;
}

export type RetrievalPlan = ExactScanPlan | HnswPostFilterPlan;

export interface PlanQuestion {
  /** Vectors of the owners that the rules leave. */
  readonly allowedVectors: number;
  /** Vectors of all owners. */
  readonly totalVectors: number;
  readonly dimensions: number;
  /** Owners that are wanted. */
  readonly k: number;
  /** Whether a graph of all vectors is there to be searched. */
  readonly graph: "absent" | "ready";
  /** Takes this plan whatever it costs; a graph that is absent can't be forced. */
  readonly force?: RetrievalPlan["kind"] | undefined;
}

/** Candidates below which a graph search misses too many of the nearest: recall@20 ≥ 0.995 from here on. */
const leastEf = 192;
/** Fetched vectors for each one that the filter is expected to leave: room for filters that spare the near ones less. */
const fetchMargin = 2;
/** How much cheaper than a scan the graph must be for everybody, before it pays to build and keep it. */
const buildMargin = 2;

/** Chooses the cheaper of the ways to find the k nearest allowed owners. An exact scan misses nobody, so it wins ties. */
export function planQuery(question: PlanQuestion, costs: PlannerCalibration = calibration): RetrievalPlan {
  const { allowedVectors, totalVectors, k, graph, force } = question;
  const exact: ExactScanPlan = { kind: "exactScan", vectors: allowedVectors };
  if (graph === "absent" || force === "exactScan") return exact;
  const share = allowedVectors / totalVectors;
  const fetch = Math.min(totalVectors, Math.ceil((k * (share === 1 ? 1 : fetchMargin)) / share));
  const filtered: HnswPostFilterPlan = { kind: "hnswPostFilter", fetch, ef: Math.max(leastEf, fetch) };
  if (force === "hnswPostFilter") return filtered;
  return graphCost(filtered.ef, totalVectors, costs) < scanCost(question, costs) ? filtered : exact;
}

/** Whether a graph of so many vectors would answer unfiltered queries so much faster that it pays to build it. */
export function isGraphWorthBuilding(
  totalVectors: number,
  dimensions: number,
  costs: PlannerCalibration = calibration,
): boolean {
  const scan = scanCost({ allowedVectors: totalVectors, dimensions }, costs);
  return buildMargin * graphCost(leastEf, totalVectors, costs) < scan;
}

function scanCost(
  { allowedVectors, dimensions }: Pick<PlanQuestion, "allowedVectors" | "dimensions">,
  { scanBase, scanPerElement }: PlannerCalibration,
): number {
  return scanBase + allowedVectors * dimensions * scanPerElement;
}

function graphCost(
  ef: number,
  vectors: number,
  { graphBase, graphPerCandidate }: PlannerCalibration,
): number {
  return graphBase + ef * Math.log2(Math.max(2, vectors)) * graphPerCandidate;
}
