/** What listeners are told of. A closed list. */
export const eventKinds = [
  "participant.changed",
  "participant.removed",
  "vacancy.changed",
  "vacancy.removed",
  "shortlist.changed",
  "decision.made",
  "batch.started",
  "batch.finished",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that happened, to be told. */
export interface NewEvent {
  readonly kind: EventKind;
  /** The unit that may learn of it; `null`: all. */
  readonly unit: string | null;
  /** Ids, versions, positions and counts; never a word of a profile. */
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

/** An event as it is stored. Ids grow in the order of the commits, without gaps. */
export interface StoredEvent extends NewEvent {
  readonly id: number;
  /** ISO time. */
  readonly at: string;
}
