import { cellsPerRoot } from "../vector-index/flat-index.ts";
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

/** Compares the allowed vectors of the cells nearest to the query, until many have brought nothing. */
export interface CellScanPlan {
  readonly kind: "cellScan";
  /** Cells that there are. */
  readonly cells: number;
}

export type RetrievalPlan = ExactScanPlan | CellScanPlan | HnswPostFilterPlan;

export interface PlanQuestion {
  /** Vectors of the owners that the rules leave. */
  readonly allowedVectors: number;
  /** Vectors of all owners. */
  readonly totalVectors: number;
  readonly dimensions: number;
  /** Owners that are wanted. */
  readonly k: number;
  /** Cells that the vectors are grouped into; 1 while they are not. @default 1 */
  readonly cells?: number | undefined;
  /** Whether a graph of all vectors is there to be searched. */
  readonly graph: "absent" | "ready";
  /** Takes this plan whatever it costs; what is absent can't be forced. */
  readonly force?: RetrievalPlan["kind"] | undefined;
}

/** Candidates below which a graph search misses too many of the nearest: recall@20 ≥ 0.995 from here on. */
const leastEf = 192;
/** Fetched vectors for each one that the filter is expected to leave: room for filters that spare the near ones less. */
const fetchMargin = 2;
/** How many times cheaper than an exact scan a plan must be that may miss somebody. */
const exactnessMargin = 2;
/** Vectors that a search by cells looks at are about so many times the root of all: 9 among the benchmark's 100,000, 17 among as many texts of people. */
const lookedAtPerRoot = 16;

/** Chooses how to find the k nearest allowed owners: an exact scan unless another way is far cheaper. */
export function planQuery(question: PlanQuestion, costs: PlannerCalibration = calibration): RetrievalPlan {
  const exact: ExactScanPlan = { kind: "exactScan", vectors: question.allowedVectors };
  const others = approximatePlans(question, costs);
  if (question.force !== undefined)
    return others.find(({ plan }) => plan.kind === question.force)?.plan ?? exact;
  const [cheapest] = others.sort((left, right) => left.cost - right.cost);
  const exactCost = scanCost(question.allowedVectors, question.dimensions, costs);
  return cheapest !== undefined && exactnessMargin * cheapest.cost < exactCost ? cheapest.plan : exact;
}

/** Whether cells would answer unfiltered queries so much faster that it pays to learn them. */
export function areCellsWorthLearning(
  totalVectors: number,
  dimensions: number,
  costs: PlannerCalibration = calibration,
): boolean {
  const cells = cellCost({ allowedVectors: totalVectors, totalVectors, dimensions }, costs);
  return exactnessMargin * cells < scanCost(totalVectors, dimensions, costs);
}

/** Whether a graph of so many vectors would answer unfiltered queries so much faster than cells that it pays to build it. */
export function isGraphWorthBuilding(
  totalVectors: number,
  dimensions: number,
  costs: PlannerCalibration = calibration,
): boolean {
  const cells = cellCost({ allowedVectors: totalVectors, totalVectors, dimensions }, costs);
  const other = Math.min(cells, scanCost(totalVectors, dimensions, costs));
  return exactnessMargin * graphCost(leastEf, totalVectors, costs) < other;
}

interface PricedPlan {
  readonly plan: RetrievalPlan;
  /** In nanoseconds. */
  readonly cost: number;
}

/** The plans that are possible and may miss somebody. */
function approximatePlans(question: PlanQuestion, costs: PlannerCalibration): PricedPlan[] {
  const { allowedVectors, totalVectors, k, cells = 1, graph } = question;
  const plans: PricedPlan[] = [];
  if (cells > 1) plans.push({ plan: { kind: "cellScan", cells }, cost: cellCost(question, costs) });
  if (graph === "absent") return plans;
  const share = allowedVectors / totalVectors;
  const fetch = Math.min(totalVectors, Math.ceil((k * (share === 1 ? 1 : fetchMargin)) / share));
  const ef = Math.max(leastEf, fetch);
  plans.push({ plan: { kind: "hnswPostFilter", fetch, ef }, cost: graphCost(ef, totalVectors, costs) });
  return plans;
}

function scanCost(
  vectors: number,
  dimensions: number,
  { scanBase, scanPerElement }: PlannerCalibration,
): number {
  return scanBase + vectors * dimensions * scanPerElement;
}

/** All centroids are compared, and of the vectors that are looked at those that are allowed. */
function cellCost(
  {
    allowedVectors,
    totalVectors,
    dimensions,
  }: Pick<PlanQuestion, "allowedVectors" | "totalVectors" | "dimensions">,
  { cellBase, scanPerElement }: PlannerCalibration,
): number {
  const root = Math.sqrt(totalVectors);
  const compared = cellsPerRoot * root + (lookedAtPerRoot * root * allowedVectors) / totalVectors;
  return cellBase + compared * dimensions * scanPerElement;
}

function graphCost(
  ef: number,
  vectors: number,
  { graphBase, graphPerCandidate }: PlannerCalibration,
): number {
  return graphBase + ef * Math.log2(Math.max(2, vectors)) * graphPerCandidate;
}
