import type { Localised, Vacancy } from "@jobbmatch/shared";
import { applyRules } from "../retrieval/apply-rules.ts";
import { Bitset } from "../rules/bitset.ts";
import type { MatchContext, Question } from "../rules/rule.ts";
import { type AskedPeople, appliedTo, questionsOfParticipant } from "./questions.ts";

/** One subject to talk about with one person. */
export interface PersonToAsk {
  readonly participant: string;
  /** Id and name of the rule that lacks knowledge. */
  readonly rule: string;
  readonly name: Localised;
  /** Vacancies that no rule excludes, for which nothing but this subject is open. */
  readonly settles: number;
  /** Vacancies that no rule excludes, for which the subject is open, alone or among others. */
  readonly open: number;
  /** What to ask, most useful first. */
  readonly questions: readonly Question[];
}

/** The most questions that one subject comes with. */
const questionsEach = 3;

/** People as they are stored: their columns, and their ids by slot. */
export interface NamedPeople extends AskedPeople {
  idOf(slot: number): string | undefined;
}

/**
 * Whom to ask what first, over all people and vacancies. Counted by subject and not by question, vacancy by vacancy on sets
 * of people; only what is shown is put into words.
 */
export function questionsOfEverybody(
  people: NamedPeople,
  vacancies: readonly Vacancy[],
  context: MatchContext,
  limit: number,
): PersonToAsk[] {
  const counts = countOpen(people, vacancies, context);
  return bestOf(counts, limit).map(({ slot, rule, settles, open }) => {
    const { columns } = people;
    const all = questionsOfParticipant(columns, slot, vacancies, context, Number.POSITIVE_INFINITY);
    const entry = columns[rule]?.rule;
    const questions = all
      .filter((question) => question.rule === entry?.id)
      .slice(0, questionsEach)
      .map(({ id, text }) => ({ id, text }));
    const name = entry?.name ?? { sv: "", en: "" };
    return { participant: people.idOf(slot) ?? "", rule: entry?.id ?? "", name, settles, open, questions };
  });
}

/** For each rule, by slot: vacancies that it alone leaves open, and all that it leaves open. */
interface OpenCounts {
  readonly settles: Uint32Array;
  readonly open: Uint32Array;
}

function countOpen(
  { columns, everyone }: AskedPeople,
  vacancies: readonly Vacancy[],
  context: MatchContext,
): OpenCounts[] {
  const slots = everyone.words.length * 32;
  const counts = columns.map(() => ({ settles: new Uint32Array(slots), open: new Uint32Array(slots) }));
  const position = new Map(columns.map(({ rule }, index) => [rule, index]));
  for (const vacancy of vacancies) {
    const applied = appliedTo(columns, vacancy, context);
    const { allowed, funnel } = applyRules(everyone, applied, "keep");
    if (funnel.remaining === 0) continue;
    const unknown = applied.map(({ rule, requirement }) => ({
      index: position.get(rule) ?? 0,
      slots: requirement.select().unknown.clone().and(allowed),
    }));
    const single = inExactlyOne(unknown.map((each) => each.slots));
    for (const { index, slots: open } of unknown) {
      const count = counts[index];
      if (count === undefined) continue;
      increment(count.open, open);
      increment(count.settles, open.and(single));
    }
  }
  return counts;
}

function inExactlyOne(sets: readonly Bitset[]): Bitset {
  const once = new Bitset();
  const again = new Bitset();
  for (const set of sets) {
    again.or(once.clone().and(set));
    once.or(set);
  }
  return once.andNot(again);
}

function increment(counts: Uint32Array, slots: Bitset): void {
  const { words } = slots;
  for (let index = 0; index < words.length; index++) {
    for (let word = words[index] ?? 0; word !== 0; word &= word - 1) {
      const slot = (index << 5) + 31 - Math.clz32(word & -word);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
}

interface Counted {
  readonly slot: number;
  readonly rule: number;
  readonly settles: number;
  readonly open: number;
}

function bestOf(counts: readonly OpenCounts[], limit: number): Counted[] {
  const counted = counts.flatMap(({ settles, open }, rule) =>
    Array.from(open, (count, slot) => ({ slot, rule, settles: settles[slot] ?? 0, open: count })).filter(
      (each) => each.open > 0,
    ),
  );
  return counted
    .sort((a, b) => b.settles - a.settles || b.open - a.open || a.slot - b.slot || a.rule - b.rule)
    .slice(0, limit);
}
