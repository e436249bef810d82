import { applyRules, type FactColumn } from "@jobbmatch/matcher";
import type { FilledColumn, Scene } from "./scene.ts";

/** The least of so many repetitions counts, because others may share the machine. */
const repetitions = 9;
/** Vacancies that each rule's selection is measured with; whatever asks the same takes the same time. */
const selections = 12;
/** Participants whose pairs with all vacancies are judged. */
const judged = 2_000;

export interface RuleMeasurement {
  readonly rule: string;
  /** Vacancies that ask something of the rule. */
  readonly asked: number;
  /** To find everybody's outcome for a need that nobody has asked about before, µs: median and slowest need. */
  readonly selectMedian: number;
  readonly selectSlowest: number;
  /** To judge one pair, ns. */
  readonly judge: number;
  /** To read and store one participant, µs. */
  readonly store: number;
  /** To take over the state of a column from an image, ms, and the bytes of its arrays for each participant. */
  readonly restore: number;
  readonly bytes: number;
}

export interface Measurements {
  readonly rules: readonly RuleMeasurement[];
  /** All rules of a vacancy with funnel and near misses, µs: with nothing remembered, and asked again. */
  readonly cold: { readonly median: number; readonly slowest: number };
  readonly warm: { readonly median: number; readonly slowest: number };
}

export function measureRules(scene: Scene): Measurements {
  return {
    rules: scene.columns.map((filled) => measureRule(scene, filled)),
    cold: summary(scene.vacancies.map((_, index) => wholeVacancy(scene, index, true))),
    warm: summary(scene.vacancies.map((_, index) => wholeVacancy(scene, index, false))),
  };
}

function measureRule(scene: Scene, { rule, column, storeMicroseconds }: FilledColumn): RuleMeasurement {
  const asking = scene.vacancies.filter(({ id }) => compile(scene, column, id) !== undefined);
  for (const { id } of asking) compile(scene, column, id)?.select();
  const image = column.image();
  const times = asking.slice(0, selections).map(({ id }) =>
    least(() => {
      forget(column);
      const requirement = compile(scene, column, id);
      return microseconds(() => requirement?.select());
    }),
  );
  const arrays = Object.values(image?.arrays ?? {});
  const { median, slowest } = summary(times);
  return {
    rule: rule.id,
    asked: asking.length,
    selectMedian: median,
    selectSlowest: slowest,
    judge: measureJudge(scene, column),
    store: storeMicroseconds,
    restore: least(() => microseconds(() => image && column.restore(image))) / 1000,
    bytes: arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) / scene.participants,
  };
}

function measureJudge(scene: Scene, column: FactColumn): number {
  const requirements = scene.vacancies.flatMap(({ id }) => compile(scene, column, id) ?? []);
  const slots = Math.min(judged, scene.participants);
  const judgeAll = () => {
    let passed = 0;
    for (let slot = 0; slot < slots; slot++) {
      for (const requirement of requirements) passed += requirement.judge(slot) === "pass" ? 1 : 0;
    }
    return passed;
  };
  return (least(() => microseconds(judgeAll)) * 1000) / (slots * requirements.length);
}

/** Compiles and applies all rules; the least of some repetitions. */
function wholeVacancy(scene: Scene, index: number, isCold: boolean): number {
  const vacancy = scene.vacancies[index];
  const apply = () => {
    const applied = scene.columns.flatMap(({ rule, column }) => {
      const requirement = vacancy && column.compile(vacancy, { date: scene.date });
      return requirement === undefined ? [] : [{ rule, requirement }];
    });
    return applyRules(scene.everyone, applied, "keep");
  };
  apply();
  return least(() => {
    if (isCold) for (const { column } of scene.columns) forget(column);
    return microseconds(apply);
  });
}

function compile(scene: Scene, column: FactColumn, id: string) {
  const vacancy = scene.vacancies.find((each) => each.id === id);
  return vacancy && column.compile(vacancy, { date: scene.date });
}

/** A column that takes on a state forgets its answers, also when the state is its own. */
function forget(column: FactColumn): void {
  const image = column.image();
  if (image !== undefined) column.restore(image);
}

/** What the measured work gives is kept, so that no compiler can leave the work out. */
const kept: { last?: unknown } = {};

function microseconds(work: () => unknown): number {
  const start = performance.now();
  kept.last = work();
  return (performance.now() - start) * 1000;
}

function least(measure: () => number): number {
  return Math.min(...Array.from({ length: repetitions }, measure));
}

function summary(times: readonly number[]): { median: number; slowest: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[sorted.length >>> 1] ?? 0, slowest: sorted.at(-1) ?? 0 };
}
