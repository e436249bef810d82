import type { ImagedColumn } from "../columns/column-image.ts";
import type { Answer } from "./answer-cache.ts";
import type { Outcome } from "./rule.ts";

/** Where a rule's facts lie, by slot, and how a need is held against them. */
export interface FactStore<Fact, Need> extends ImagedColumn {
  /** How many slots there are, free ones included. */
  readonly slots: number;
  /** Reads a fact without changing anything yet; the returned function stores it in place of the slot's. */
  prepare(fact: Fact): (slot: number) => void;
  remove(slot: number): void;
  /** Whether somebody is in the slot. */
  holds(slot: number): boolean;
  /** @throws RangeError for a slot that holds nobody, as `judge`. */
  factOf(slot: number): Fact;
  judge(need: Need, slot: number): Outcome;
  /** The outcome of every slot that holds somebody, in sets of the caller's own. */
  select(need: Need): Answer;
}

export function noParticipant(slot: number): RangeError {
  return new RangeError(`no participant in slot ${slot}`);
}
