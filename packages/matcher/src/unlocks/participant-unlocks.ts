import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { UnknownPolicy } from "../request.ts";
import { Bitset } from "../rules/bitset.ts";
import type { ProfileChange } from "../rules/change.ts";
import type { MatchContext, Outcome, Rule } from "../rules/rule.ts";
import type { RuleColumnEntry } from "../store/participant-store.ts";
import { RuleVariants } from "./rule-variants.ts";
import { bestGains, type Gain, type Unlock, type Unlocks, unlockOf } from "./unlock.ts";
import type { CompleteUnlockRequest } from "./unlock-request.ts";
import { distinctChanges, type Variant, variantsOf } from "./variants.ts";

/** What a change of a participant's profile brings. */
export interface ParticipantUnlock extends Unlock {
  /** Ids of the vacancies that would open. */
  readonly vacancies: readonly string[];
}

/** The answer to "what would open most places for this person?". */
export interface ParticipantUnlocks extends Unlocks<ParticipantUnlock> {
  readonly participant: string;
  /** The day of the match, ISO date. */
  readonly date: string;
  /** How many vacancies were looked at. */
  readonly total: number;
  /** How many of them no rule excludes already. */
  readonly open: number;
}

/** A stored participant, as its profile and as its slot in the columns. */
export interface JudgedParticipant {
  readonly participant: Participant;
  readonly slot: number;
}

/**
 * Judges every change that the rules' own failures suggest, and every two of them together, by all rules over all
 * vacancies: the changed profiles are put into columns of their own beside each other, and each vacancy is answered for all
 * of them at once.
 */
export function unlocksOfParticipant(
  columns: readonly RuleColumnEntry[],
  stored: JudgedParticipant,
  vacancies: Iterable<Vacancy>,
  context: MatchContext,
  request: CompleteUnlockRequest,
): ParticipantUnlocks {
  const visible = visibleVacancies(columns, stored, vacancies, context, request.unknown);
  const closed = visible.filter(({ closedBy }) => closedBy.size > 0);
  const changes = changesFor(stored.participant, closed, context);
  const variants = variantsOf(stored.participant, changes, request.efforts);
  const rules = columns.map(({ rule }) => rule);
  const opened = openedBy(rules, stored.participant, variants, closed, context, request.unknown);
  const { singles, pairs } = bestGains(variants, opened, request);
  const withVacancies = (gain: Gain<Participant>) => ({
    ...unlockOf(gain),
    vacancies: [...gain.gained].map((index) => closed[index]?.vacancy.id ?? ""),
  });
  return {
    participant: stored.participant.id,
    date: request.date,
    total: visible.length,
    open: visible.length - closed.length,
    singles: singles.map(withVacancies),
    pairs: pairs.map(withVacancies),
  };
}

/** A vacancy and the rules that close it to the participant. */
interface VisibleVacancy {
  readonly vacancy: Vacancy;
  readonly closedBy: ReadonlySet<Rule>;
}

/** The vacancies within the borders, with how they come out now. */
function visibleVacancies(
  columns: readonly RuleColumnEntry[],
  { slot }: JudgedParticipant,
  vacancies: Iterable<Vacancy>,
  context: MatchContext,
  policy: UnknownPolicy,
): VisibleVacancy[] {
  const visible: VisibleVacancy[] = [];
  for (const vacancy of vacancies) {
    const closing = columns.filter(({ column }) => {
      const outcome = column.compile(vacancy, context)?.judge(slot) ?? "pass";
      return excludes(outcome, policy);
    });
    if (closing.some(({ rule }) => rule.border)) continue;
    visible.push({ vacancy, closedBy: new Set(closing.map(({ rule }) => rule)) });
  }
  return visible;
}

function excludes(outcome: Outcome, policy: UnknownPolicy): boolean {
  return outcome === "fail" || (outcome === "unknown" && policy === "exclude");
}

/** Every change that the closing rules suggest, of vacancies that each of them knows a change for. */
function changesFor(
  participant: Participant,
  closed: readonly VisibleVacancy[],
  context: MatchContext,
): ProfileChange[] {
  const rules = new Set(closed.flatMap(({ closedBy }) => [...closedBy]));
  const suggest = new Map([...rules].map((rule) => [rule, rule.changesOf(participant)]));
  return distinctChanges(
    closed.flatMap(({ vacancy, closedBy }) => {
      const suggested: ProfileChange[] = [];
      for (const rule of closedBy) {
        const changes = suggest.get(rule)?.(vacancy, context) ?? [];
        if (changes.length === 0) return [];
        suggested.push(...changes);
      }
      return suggested;
    }),
  );
}

/** For each variant, the positions of the vacancies that no rule closes to it. */
function openedBy(
  rules: readonly Rule[],
  profile: Participant,
  variants: readonly Variant<Participant>[],
  closed: readonly VisibleVacancy[],
  context: MatchContext,
  policy: UnknownPolicy,
): Bitset[] {
  const views = rules.map((rule) => ({ rule, view: new RuleVariants(rule, profile, variants) }));
  const hopeful = new Bitset(closed.length);
  for (const [position, { vacancy, closedBy }] of closed.entries()) {
    // A vacancy that one rule closes to all variants need not be judged by the others.
    const closing = views.filter(({ rule }) => closedBy.has(rule));
    if (!closing.every(({ view }) => view.judge(position, vacancy, context, policy))) continue;
    for (const { rule, view } of views) {
      if (view.isTouched && !closedBy.has(rule)) view.judge(position, vacancy, context, policy);
    }
    hopeful.add(position);
  }
  return variants.map((_, variant) => {
    const opened = hopeful.clone();
    for (const { view } of views) opened.andNot(view.closedTo(variant) ?? nothing);
    return opened;
  });
}

const nothing = new Bitset();
