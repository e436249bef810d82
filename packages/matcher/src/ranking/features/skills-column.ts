import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { ColumnImage } from "../../columns/column-image.ts";
import { grownTo } from "../../columns/grown-to.ts";
import { ramp } from "../clamp.ts";
import type { CompiledFeature, FeatureColumn } from "../feature-column.ts";
import { flags, type SlotRecord } from "../slot-bounds/slot-record.ts";
import { SkillsVacancyColumn } from "../vacancy-columns/skills-vacancy-column.ts";

/** Cosine at which a skill begins to cover another one, and at which it fully does. */
const unrelated = 0.45;
const same = 0.8;
/** A skill that is demanded weighs as much as this many that are merely nice to have. */
export const weightOfDemand = { must: 2, nice: 1 } as const;
export const unknownSkills = 0.2;

/** How much of a skill another one covers that is so similar. */
export function coverageOfOne(similarity: number): number {
  return ramp(similarity, unrelated, same);
}

/** The share of what is asked for that is covered, by the similarity of the nearest skill to each that is asked for. */
export function coverageOf(weights: ArrayLike<number>, nearest: ArrayLike<number>): number {
  let covered = 0;
  let asked = 0;
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] ?? 0;
    covered += weight * coverageOfOne(nearest[index] ?? 0);
    asked += weight;
  }
  return covered / asked;
}

const format = "known skills 1";
const known = 1;

/** Whose skills are known; the rows of their texts are in the store. */
export class SkillsColumn implements FeatureColumn {
  #known = new Uint8Array(0);

  set(slot: number, { skills }: Participant): void {
    this.#known = grownTo(this.#known, slot + 1);
    this.#known[slot] = skills === undefined ? 0 : known;
  }

  remove(slot: number): void {
    if (slot < this.#known.length) this.#known[slot] = 0;
  }

  pack(slot: number, record: SlotRecord): void {
    if (this.#isKnownAt(slot)) record.flags |= flags.knowsSkills;
  }

  image(): ColumnImage {
    return { format, json: null, arrays: { known: this.#known } };
  }

  restore({ format: written, arrays }: ColumnImage): boolean {
    if (written !== format || !(arrays.known instanceof Uint8Array)) return false;
    this.#known = arrays.known.slice();
    return true;
  }

  compile({ skills }: Vacancy): CompiledFeature | undefined {
    const { must = [], nice = [] } = skills ?? {};
    const weights = [...must.map(() => weightOfDemand.must), ...nice.map(() => weightOfDemand.nice)];
    if (weights.length === 0) return undefined;
    return {
      valueAt: (slot, { skills: nearest }) =>
        this.#isKnownAt(slot) ? coverageOf(weights, nearest) : unknownSkills,
      isKnownAt: (slot) => this.#isKnownAt(slot),
      bound: { kind: "skills" },
    };
  }

  createVacancyColumn(): SkillsVacancyColumn {
    return new SkillsVacancyColumn({
      isKnownOf: (slot) => this.#isKnownAt(slot),
      coverage: coverageOfOne,
      unknown: unknownSkills,
      weightOfDemand,
    });
  }

  #isKnownAt(slot: number): boolean {
    return this.#known[slot] === known;
  }
}
