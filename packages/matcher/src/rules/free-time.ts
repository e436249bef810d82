import {
  type Commitment,
  days,
  type Participant,
  subtractWeek,
  type TimeWindow,
  uniteWeeks,
  type Week,
  weekOf,
} from "@jobbmatch/shared";

type CommitmentKind = Commitment["kind"];

/** When somebody is free, as far as it is known. */
export interface FreeTime {
  readonly key: string;
  /** Whether the profile says when the person is free. */
  readonly isKnown: boolean;
  /** Half hours that are free for sure: none if the free time is unknown. */
  readonly certain: Week;
  /** Half hours that may be free: all but the commitments if the free time is unknown. */
  readonly possible: Week;
  /** Time that is taken, by kind, in the order of the alphabet. */
  readonly taken: readonly (readonly [CommitmentKind, Week])[];
  /** Half hours that are taken by the person's own studies and by nothing else. */
  readonly studying: Week;
}

const nothing = weekOf([], "inward");
const wholeWeek = weekOf(
  days.map((day) => ({ day, from: "00:00", to: "24:00" })),
  "inward",
);

/** Free windows are rounded inward and commitments outward, so that nobody is promised a minute that is taken. */
export function freeTimeOf({ availability }: Participant): FreeTime {
  const taken = takenByKind(availability?.commitments ?? []);
  const weekly = availability?.weekly;
  const open = weekly === undefined ? wholeWeek : weekOf(weekly, "inward");
  const possible = taken.reduce((week, [, busy]) => subtractWeek(week, busy), open);
  const isKnown = weekly !== undefined;
  const key = JSON.stringify([isKnown, [...possible], taken.map(([kind, week]) => [kind, ...week])]);
  return {
    key,
    isKnown,
    certain: isKnown ? possible : nothing,
    possible,
    taken,
    studying: studyingIn(taken),
  };
}

/** The free time that a key stands for. */
export function freeTimeOfKey(key: string): FreeTime {
  const [isKnown, words, kinds]: [boolean, number[], [CommitmentKind, ...number[]][]] = JSON.parse(key);
  const possible = Uint32Array.from(words);
  const taken = kinds.map(([kind, ...week]) => [kind, Uint32Array.from(week)] as const);
  return {
    key,
    isKnown,
    certain: isKnown ? possible : nothing,
    possible,
    taken,
    studying: studyingIn(taken),
  };
}

function studyingIn(taken: FreeTime["taken"]): Week {
  const weeksOf = (isWanted: (kind: CommitmentKind) => boolean) =>
    taken.filter(([kind]) => isWanted(kind)).map(([, week]) => week);
  const isStudy = (kind: CommitmentKind) => kind === "sfi" || kind === "education";
  const studies = weeksOf(isStudy).reduce(uniteWeeks, nothing);
  return weeksOf((kind) => !isStudy(kind)).reduce(subtractWeek, studies);
}

function takenByKind(commitments: readonly Commitment[]): [CommitmentKind, Week][] {
  const windows = new Map<CommitmentKind, TimeWindow[]>();
  for (const commitment of commitments) {
    windows.set(commitment.kind, [...(windows.get(commitment.kind) ?? []), ...commitment.windows]);
  }
  return [...windows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, list]) => [kind, weekOf(list, "outward")]);
}
