import type { FeatureId } from "../../ranking/feature.ts";
import type { SlotSimilarities } from "../../ranking/feature-column.ts";
import type { Weights } from "../../ranking/scorer.ts";
import { similaritiesOf } from "../../ranking/slot-similarities.ts";
import type { ComparedVacancies, VacancyColumn } from "../../ranking/vacancy-columns/vacancy-column.ts";
import type { ParticipantStore } from "../../store/participant-store.ts";
import type { StoredVacancy } from "../../store/vacancy-store.ts";
import type { VectorStore } from "../../vector-index/vector-store.ts";
import { GreatestSimilarities } from "./greatest-similarities.ts";
import { PartialScores } from "./partial-scores.ts";
import { exactSimilarities } from "./participant-similarities.ts";
import { ParticipantTexts } from "./participant-texts.ts";
import type { VacancyFeatures } from "./vacancy-features.ts";

/** Vacancies by their position among those that were asked about, and the most that the score of each can be. */
export interface ReachableVacancies {
  readonly positions: Uint32Array;
  readonly bounds: Float64Array;
}

interface WeightedColumn {
  readonly id: FeatureId;
  readonly column: VacancyColumn;
  readonly weight: number;
}

interface BoundingColumn extends WeightedColumn {
  /** The weight of all features that come after this one. */
  readonly rest: number;
}

/** What leaves few vacancies comes first, and what is dear to compare comes last: each skill that is asked for. */
const boundingOrder: readonly FeatureId[] = [
  "similarity",
  "experience",
  "wish",
  "distance",
  "language",
  "schedule",
  "skills",
];

/** Whom vacancies are scored for, and how. */
export interface ScoredParticipant {
  /** The participant's slot. */
  readonly slot: number;
  readonly date: string;
  readonly weights: Weights;
}

/**
 * Scores many vacancies for one participant, from columns alone: the same numbers as `scoreOf` gives for a pair. Valid until
 * anything changes.
 */
export class ParticipantScorer {
  readonly #vectors: VectorStore;
  readonly #features: VacancyFeatures;
  readonly #scored: ScoredParticipant;
  readonly #texts: ParticipantTexts;
  readonly #weighted: readonly WeightedColumn[];

  constructor(
    { participants, vectors }: { readonly participants: ParticipantStore; readonly vectors: VectorStore },
    features: VacancyFeatures,
    scored: ScoredParticipant,
  ) {
    this.#vectors = vectors;
    this.#features = features;
    this.#scored = scored;
    this.#texts = new ParticipantTexts(participants, vectors, scored.slot);
    this.#weighted = features.columns.map(({ id, column }) => ({ id, column, weight: scored.weights[id] }));
  }

  /**
   * The vacancies whose score can reach what it takes, facts counted exactly and texts by their int8 codes. Each feature is
   * asked only about those that the features before it leave.
   *
   * @param least by position among the slots. Default: any score will do.
   */
  reachable(slots: Uint32Array, least: Float64Array = anyScore(slots)): ReachableVacancies {
    const { index } = this.#vectors;
    const vacancies = new GreatestSimilarities(slots, { own: this.#texts, features: this.#features, index });
    const scores = new PartialScores(least, this.#features.arrays);
    for (const { column, weight, rest } of inBoundingOrder(this.#weighted)) {
      const left = scores.narrow(weight + rest);
      if (left !== undefined) vacancies.keep(left);
      scores.add(this.#valuesOf(column, vacancies), weight);
    }
    return { positions: scores.positions, bounds: scores.means() };
  }

  /** The scores of the vacancies in these slots. */
  scores(slots: Uint32Array): Float64Array {
    const vacancies = exactSimilarities(this.#texts, this.#features, slots);
    const scores = new PartialScores(anyScore(slots));
    for (const { column, weight } of this.#weighted) scores.add(this.#valuesOf(column, vacancies), weight);
    return scores.means();
  }

  /** What the score of one vacancy rests on. */
  similaritiesTo(stored: StoredVacancy): SlotSimilarities {
    const source = this.#texts.comparedWith(stored);
    const texts = Float64Array.from(this.#texts.places, (place, index) => source.text(place, index));
    const skills = Float64Array.from(stored.skills, (_, position) =>
      source.skill(position, this.#scored.slot),
    );
    return similaritiesOf(texts, skills);
  }

  #valuesOf(column: VacancyColumn, vacancies: ComparedVacancies): Float64Array {
    const values = this.#features.arrays.floats("values", vacancies.slots.length);
    column.value(this.#scored, vacancies, values);
    return values;
  }
}

/** The columns in the order in which bounds are worked out. */
function inBoundingOrder(columns: readonly WeightedColumn[]): BoundingColumn[] {
  let rest = 0;
  const ordered = columns.toSorted((a, b) => boundingOrder.indexOf(b.id) - boundingOrder.indexOf(a.id));
  const bounding = ordered.map((each) => {
    const entry = { ...each, rest };
    rest += each.weight;
    return entry;
  });
  return bounding.reverse();
}

function anyScore({ length }: Uint32Array): Float64Array {
  return new Float64Array(length).fill(Number.NEGATIVE_INFINITY);
}
