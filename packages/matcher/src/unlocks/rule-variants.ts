import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { UnknownPolicy } from "../request.ts";
import { Bitset } from "../rules/bitset.ts";
import type { FactColumn, MatchContext, Requirement, Rule } from "../rules/rule.ts";
import { overlap, touchedPaths } from "./touched-paths.ts";
import type { Variant } from "./variants.ts";

/** The profile as it is has the first slot. */
export const unchanged = 0;

type Touched = ReturnType<typeof touchedPaths>;

/**
 * A rule's view of all variants of one profile. Variants that differ only in fields which the rule does not read share a
 * slot of its column, so that few profiles are judged however many pairs of changes there are.
 */
export class RuleVariants {
  readonly rule: Rule;
  readonly #column: FactColumn;
  readonly #slotOfVariant: number[] = [];
  /** For each slot, the positions of the vacancies that the rule closes to it. */
  readonly #closedTo: Bitset[] = [];

  constructor(rule: Rule, profile: Participant) {
    this.rule = rule;
    this.#column = rule.createColumn();
    this.#addSlot(profile);
  }

  /** What a vacancy asks of the rule, also for variants that are added later. */
  compile(vacancy: Vacancy, context: MatchContext): Requirement | undefined {
    return this.#column.compile(vacancy, context);
  }

  /** @param touched what each single change differs in from the profile, by the position of the variant. */
  add(variants: readonly Variant<Participant>[], touched: readonly Touched[]): void {
    for (const [index, { parts, record }] of variants.entries()) {
      const [first, second] = parts;
      const slot =
        first === undefined || second === undefined
          ? slotOfSingle(this.rule, touched[index] ?? [])
          : this.#slotOfPair(first, second, touched);
      this.#slotOfVariant.push(slot ?? this.#addSlot(record()));
    }
  }

  /** Whether some variant differs in what the rule reads. */
  get isTouched(): boolean {
    return this.#closedTo.length > 1;
  }

  /** Whether a variant differs in what the rule reads. */
  isTouchedBy(variant: number): boolean {
    return this.#slotOfVariant[variant] !== unchanged;
  }

  /**
   * Judges one vacancy for all variants and remembers to which ones it is closed.
   *
   * @returns whether it is open to any of them.
   */
  judge(position: number, requirement: Requirement, policy: UnknownPolicy): boolean {
    let isOpen = false;
    for (let slot = 0; slot < this.#closedTo.length; slot++) {
      const outcome = requirement.judge(slot);
      if (outcome === "pass" || (outcome === "unknown" && policy === "keep")) isOpen = true;
      else this.#closedTo[slot]?.add(position);
    }
    return isOpen;
  }

  /** The positions of the vacancies that the rule closes to a variant. */
  closedTo(variant: number): Bitset | undefined {
    return this.#closedTo[this.#slotOfVariant[variant] ?? unchanged];
  }

  /** Where the changes touch different fields, and the rule reads only what one of them touches, that one decides. */
  #slotOfPair(first: number, second: number, touched: readonly Touched[]): number | undefined {
    const [one, other] = [this.#slotOfVariant[first], this.#slotOfVariant[second]];
    if (one === unchanged && other === unchanged) return unchanged;
    if (overlap(touched[first] ?? [], touched[second] ?? [])) return undefined;
    if (one === unchanged) return other;
    return other === unchanged ? one : undefined;
  }

  #addSlot(profile: Participant): number {
    const slot = this.#closedTo.length;
    this.#column.prepare(profile)(slot);
    this.#closedTo.push(new Bitset());
    return slot;
  }
}

/** What each single change of the variants differs in from the profile; nothing for pairs. */
export function touchedBy(profile: Participant, variants: readonly Variant<Participant>[]): Touched[] {
  return variants.map(({ parts, record }) => (parts.length === 0 ? touchedPaths(profile, record()) : []));
}

/** `undefined` when the change alters what the rule reads, so that a slot of its own is needed. */
function slotOfSingle({ reads }: Rule, touched: Touched): number | undefined {
  return reads === undefined || overlap(touched, reads) ? undefined : unchanged;
}
