import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { Assessment } from "../explanation/assessment.ts";
import type { CandidateList } from "../retrieval/top-candidates.ts";
import type { AssignmentPair, AssignmentPerson, AssignmentPlace } from "./assignment-input.ts";

/** The pairs of a whole night, and how many were left out. */
export interface MatchedPairs {
  readonly pairs: readonly AssignmentPair[];
  /** Pairs that the rules leave open but that are not among the best of the place or the person. */
  readonly beyondBest: number;
}

export interface PairSource {
  /** The best of every place, as far as asked for. */
  readonly lists: AsyncIterable<CandidateList>;
  /** Everybody who takes part. */
  readonly people: readonly AssignmentPerson[];
  /** The best places of one person, for those who are on no list. */
  readonly bestOf: (participant: string) => readonly Assessment[];
}

/** Collects the best pairs of every place, and of every person who is on no place's list. */
export async function matchedPairs({ lists, people, bestOf }: PairSource): Promise<MatchedPairs> {
  const pairs: AssignmentPair[] = [];
  const listed = new Set<string>();
  let open = 0;
  for await (const { candidates, funnel } of lists) {
    open += funnel.remaining;
    for (const candidate of candidates) {
      listed.add(candidate.participant);
      pairs.push(pairOf(candidate));
    }
  }
  for (const { id } of people) {
    if (!listed.has(id)) pairs.push(...bestOf(id).map(pairOf));
  }
  return { pairs, beyondBest: open - pairs.length };
}

function pairOf({ participant, vacancy, score, contributions }: Assessment): AssignmentPair {
  const wish = contributions.find(({ feature }) => feature === "wish")?.value ?? 0;
  return { participant, vacancy, score, wish };
}

/** What of a profile takes part in an assignment. */
export function personOf({ id, registeredSince, availability }: Participant): AssignmentPerson {
  return { id, registeredSince, hoursPerWeek: availability?.hoursPerWeek };
}

/** What of a vacancy takes part in an assignment; nothing for one that is closed or full. */
export function placeOf(vacancy: Vacancy): AssignmentPlace[] {
  const { id, employer, publishedAt, hoursPerWeek, schedule, partTime } = vacancy;
  const seats = vacancy.seats - vacancy.seatsTaken;
  if (vacancy.status !== "open" || seats <= 0) return [];
  return [{ id, employer, seats, publishedAt, hoursPerWeek, schedule, partTime }];
}
