/** What becomes of a person and a place, step by step. `hired`: an ordinary job; after `ended` nothing follows. */
export const decisionStates = [
  "proposed",
  "accepted",
  "declined",
  "interview",
  "placed",
  "followUp",
  "hired",
  "ended",
] as const;
export type DecisionState = (typeof decisionStates)[number];

/** A decision of a person, with what the engine knew then. */
export interface NewDecision {
  readonly participant: string;
  readonly vacancy: string;
  readonly unit: string;
  readonly state: DecisionState;
  /** Code of the reason of a refusal, or of the outcome at the end. */
  readonly reason: string | null;
  readonly placementType: string | null;
  /** The day it happened, ISO date. */
  readonly date: string;
  /** API key of whoever decided. */
  readonly keyId: string;
  readonly model: string;
  readonly rulesVersion: string;
  readonly indexPosition: number;
  /** Hash of participant and vacancy as they were. */
  readonly inputHash: string;
}

export interface StoredDecision extends NewDecision {
  readonly id: string;
  /** Grows with every decision. */
  readonly number: number;
  /** When it was stored, ISO time. */
  readonly at: string;
}
