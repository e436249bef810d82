export type {
  AssignmentInput,
  AssignmentPair,
  AssignmentPerson,
  AssignmentPlace,
} from "./assignment/assignment-input.ts";
export type * from "./assignment/assignment-proposal.ts";
export {
  type AssignmentRequest,
  type NightRequest,
  type UtilityWeights,
  utilityWeights,
} from "./assignment/assignment-request.ts";
export {
  describeAlternative,
  describeEmptySeats,
  describeFloor,
  describeProposal,
  describeUnplaced,
} from "./assignment/assignment-texts.ts";
export { proposeAssignmentInThread } from "./assignment/assignment-thread.ts";
export { loadSolverLibrary, type SolverLibrary } from "./assignment/linear-solver.ts";
export type { NightInput } from "./assignment/matched-pairs.ts";
export {
  type AssignmentOptions,
  type PreviousAssignment,
  proposeAssignment,
} from "./assignment/propose-assignment.ts";
export type { Optimality } from "./assignment/solve.ts";
export type { Utility } from "./assignment/utility.ts";
export type { RematchOptions, RematchProgress } from "./batch/rematch.ts";
export type { Embedder, EmbedOptions } from "./embedding/embedder.ts";
export { shippedModelFolder } from "./embedding/shipped-model.ts";
export { TransformersEmbedder, type TransformersEmbedderOptions } from "./embedding/transformers-embedder.ts";
export type { Assessment } from "./explanation/assessment.ts";
export { type ExplanationNode, explanationTree } from "./explanation/explanation-tree.ts";
export { type RenderOptions, renderAssessment } from "./explanation/render.ts";
export { supportNote } from "./explanation/support-note.ts";
export type { FairnessReport, ReportedProposal } from "./fairness/fairness-report.ts";
export type { FloorChange, FloorReport, OverduePerson } from "./fairness/floor-report.ts";
export type { GroupReport, GroupShare } from "./fairness/group-report.ts";
export { type Interval, wilsonInterval } from "./fairness/wilson-interval.ts";
export * from "./hunt/index.ts";
export type { Ladder, LadderRequest, LadderRung, RankedRemedy } from "./ladder/ladder.ts";
export type { LadderMove } from "./ladder/ladder-move.ts";
export { Matcher, type MatcherOptions } from "./matcher.ts";
export * from "./questions/index.ts";
export { type FeatureId, featureIds } from "./ranking/feature.ts";
export { features } from "./ranking/features/index.ts";
export { type Contribution, defaultWeights, type Weights } from "./ranking/scorer.ts";
export { type MatchRequest, matchRequest, type PlanKind, today, type UnknownPolicy } from "./request.ts";
export { applyRules, type Selection } from "./retrieval/apply-rules.ts";
export type { Candidate } from "./retrieval/candidates/listed-candidates.ts";
export type {
  CandidateRanking,
  RankedCandidate,
  RankingOptions,
} from "./retrieval/candidates/rank-candidates.ts";
export type { CandidateList, ListCounts, Plan } from "./retrieval/candidates/top-candidates.ts";
export { PlannedSearch } from "./retrieval/planned-search.ts";
export type { PlannerCalibration } from "./retrieval/planner-calibration.ts";
export {
  areCellsWorthLearning,
  isGraphWorthBuilding,
  planQuery,
  type RetrievalPlan,
} from "./retrieval/query-planner.ts";
export type { Funnel, FunnelStep, OpenAnswer } from "./retrieval/rule-counts.ts";
export type { ClosedBy } from "./retrieval/vacancies/judged-vacancies.ts";
export { type LeastOnLists, LeastScores } from "./retrieval/vacancies/least-scores.ts";
export type { VacancyMatch } from "./retrieval/vacancies/listed-vacancies.ts";
export type { Verdict } from "./retrieval/vacancies/rule-outcomes.ts";
export type { LeastScore, VacancyScore } from "./retrieval/vacancies/score-vacancies.ts";
export type { VacancyList } from "./retrieval/vacancies/top-vacancies.ts";
export { Bitset } from "./rules/bitset.ts";
export { builtInRules } from "./rules/built-in-rules.ts";
export { defineRule } from "./rules/define-rule.ts";
export type { FactStore } from "./rules/fact-store.ts";
export * from "./rules/rule.ts";
export type { MaskedTexts, Source, UpsertOptions, UpsertReport } from "./store/upsert.ts";
export { type Facet, participantFacets } from "./text/facets.ts";
export { headlineCore } from "./text/headline.ts";
export type { TextPart } from "./text/text-part.ts";
export { vacancyParts } from "./text/vacancy-parts.ts";
export { type WeightedVector, weightedSum } from "./text/weighted-sum.ts";
export * from "./unlocks/index.ts";
export { FileFloatVectors } from "./vector-index/file-float-vectors.ts";
export { FlatIndex } from "./vector-index/flat-index.ts";
export { type FloatVectors, MemoryFloatVectors } from "./vector-index/float-vectors.ts";
export { HnswIndex } from "./vector-index/hnsw-index.ts";
export { isHnswAvailable } from "./vector-index/hnsw-native.ts";
export type { OwnerHit, OwnerVectors, VectorIndex } from "./vector-index/vector-index.ts";
