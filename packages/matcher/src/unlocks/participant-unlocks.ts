import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { UnknownPolicy } from "../request.ts";
import { Bitset } from "../rules/bitset.ts";
import type { ProfileChange } from "../rules/change.ts";
import type { MatchContext, Outcome, Requirement, Rule } from "../rules/rule.ts";
import { RuleVariants, touchedBy, unchanged } from "./rule-variants.ts";
import { bestGains, type Gain, type Unlock, type Unlocks, unlockOf } from "./unlock.ts";
import type { CompleteUnlockRequest } from "./unlock-request.ts";
import { distinctChanges, variantsOf } from "./variants.ts";

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

/**
 * Judges every change that the rules' own failures suggest, and every two of them together, by all rules over all
 * vacancies. The changed profiles stand beside each other in columns of their own, so that what a vacancy asks is worked
 * out once for all of them.
 */
export function unlocksOfParticipant(
  rules: readonly Rule[],
  participant: Participant,
  vacancies: Iterable<Vacancy>,
  context: MatchContext,
  request: CompleteUnlockRequest,
): ParticipantUnlocks {
  const views = rules.map((rule) => new RuleVariants(rule, participant));
  const visible = visibleVacancies(views, vacancies, context, request.unknown);
  const closed = visible.filter(({ closing }) => closing.length > 0);
  const variants = variantsOf(participant, suggestedChanges(closed), request.efforts);
  const touched = touchedBy(participant, variants);
  for (const view of views) view.add(variants, touched);
  const opened = openedBy(views, variants.length, closed, request.unknown);
  const { singles, pairs } = bestGains(variants, opened, request);
  const withVacancies = (gain: Gain<Participant>) => ({
    ...unlockOf(gain),
    vacancies: [...gain.gained].map((index) => closed[index]?.id ?? ""),
  });
  return {
    participant: participant.id,
    date: request.date,
    total: visible.length,
    open: visible.length - closed.length,
    singles: singles.map(withVacancies),
    pairs: pairs.map(withVacancies),
  };
}

/** What a vacancy asks of one rule. */
interface Asked {
  readonly view: RuleVariants;
  readonly requirement: Requirement;
}

/** A vacancy within the borders, with the rules that close it to the participant as things are, and the others. */
interface VisibleVacancy {
  readonly id: string;
  readonly closing: readonly Asked[];
  readonly others: readonly Asked[];
}

function visibleVacancies(
  views: readonly RuleVariants[],
  vacancies: Iterable<Vacancy>,
  context: MatchContext,
  policy: UnknownPolicy,
): VisibleVacancy[] {
  const visible: VisibleVacancy[] = [];
  for (const vacancy of vacancies) {
    const closing: Asked[] = [];
    const others: Asked[] = [];
    for (const view of views) {
      const requirement = view.compile(vacancy, context);
      if (requirement === undefined) continue;
      const isClosed = excludes(requirement.judge(unchanged), policy);
      (isClosed ? closing : others).push({ view, requirement });
    }
    if (closing.some(({ view }) => view.rule.border)) continue;
    visible.push({ id: vacancy.id, closing, others });
  }
  return visible;
}

function excludes(outcome: Outcome, policy: UnknownPolicy): boolean {
  return outcome === "fail" || (outcome === "unknown" && policy === "exclude");
}

/** A vacancy that more rules close has no say in which changes are tried, since two changes hardly open it. */
const mostClosing = 2;

/** Every change that the closing rules suggest, of vacancies for which each of them knows a change. */
function suggestedChanges(closed: readonly VisibleVacancy[]): ProfileChange[] {
  const suggested: ProfileChange[] = [];
  for (const { closing } of closed) {
    if (closing.length > mostClosing) continue;
    const changes = closing.map(({ requirement }) => requirement.changes(unchanged));
    if (changes.every((each) => each.length > 0)) suggested.push(...changes.flat());
  }
  return distinctChanges(suggested);
}

/** For each variant, the positions of the vacancies that no rule closes to it. */
function openedBy(
  views: readonly RuleVariants[],
  variantCount: number,
  closed: readonly VisibleVacancy[],
  policy: UnknownPolicy,
): Bitset[] {
  const hopeful = new Bitset(closed.length);
  const touched = touchedTogether(views, variantCount);
  for (const [position, { closing, others }] of closed.entries()) {
    // What touches nothing that a closing rule reads leaves the vacancy closed.
    if (!touched.some((set) => closing.every(({ view }) => set.has(view)))) continue;
    // A vacancy that one rule closes to all variants need not be judged by the others.
    if (!closing.every(({ view, requirement }) => view.judge(position, requirement, policy))) continue;
    for (const { view, requirement } of others) if (view.isTouched) view.judge(position, requirement, policy);
    hopeful.add(position);
  }
  return Array.from({ length: variantCount }, (_, variant) => {
    const opened = hopeful.clone();
    for (const view of views) opened.andNot(view.closedTo(variant) ?? nothing);
    return opened;
  });
}

/** The sets of rules whose view some variant touches, each set once. */
function touchedTogether(
  views: readonly RuleVariants[],
  variantCount: number,
): readonly ReadonlySet<RuleVariants>[] {
  const sets = new Map<string, ReadonlySet<RuleVariants>>();
  for (let variant = 0; variant < variantCount; variant++) {
    const touched = views.filter((view) => view.isTouchedBy(variant));
    sets.set(touched.map(({ rule }) => rule.id).join(" "), new Set(touched));
  }
  return [...sets.values()];
}

const nothing = new Bitset();
