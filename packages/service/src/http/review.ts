import { JobbmatchError } from "@jobbmatch/shared";
import { listDecisions } from "../storage/queries/list-decisions.ts";
import { type PastChange, readChangeBefore } from "../storage/queries/read-change-before.ts";
import { readParticipant } from "../storage/queries/read-participant.ts";
import { type PastShortlist, readShortlistBefore } from "../storage/queries/read-shortlist-before.ts";
import { readVacancy } from "../storage/queries/read-vacancy.ts";
import { type AssessmentAnswer, assessmentOf } from "./answers/assessment.ts";
import type { ReviewAnswer } from "./answers/review.ts";
import type { Asker } from "./asker.ts";
import type { HttpServices } from "./services.ts";
import { unknownRecord } from "./stored-records.ts";

export interface ReviewQuestion {
  readonly participant: string;
  readonly vacancy: string;
  /** Day in Sweden, ISO date. */
  readonly date: string;
}

/** The most decisions on one pair that a review lists. */
const mostDecisions = 100;

/**
 * Why somebody was or was not on a vacancy's list on a day: what the list was, in which versions both were stored, what
 * was decided, and, where neither has changed since, how the rules judge the pair on that day.
 *
 * @throws JobbmatchError `unknownParticipant`, `unknownVacancy`.
 */
export async function reviewOf(
  question: ReviewQuestion,
  { units }: Asker,
  services: HttpServices,
): Promise<ReviewAnswer> {
  const { participant, vacancy, date } = question;
  const { database } = services;
  const person = await readParticipant(database, { id: participant, units });
  if (person === undefined) throw unknownRecord("unknownParticipant", participant);
  const place = await readVacancy(database, { id: vacancy, units });
  const { unit } = person.body;
  const before = {
    participant: await readChangeBefore(database, { entity: "participant", id: participant, date }),
    vacancy: await readChangeBefore(database, { entity: "vacancy", id: vacancy, date }),
    shortlist: await readShortlistBefore(database, { vacancy, unit, date }),
  };
  // A vacancy that has been removed can still be asked about by those who had a list of it.
  if (place === undefined && before.shortlist === undefined) throw unknownRecord("unknownVacancy", vacancy);
  const decisions = await listDecisions(database, { limit: mostDecisions, units, participant, vacancy });
  const isUnchanged =
    before.participant?.position === person.position && before.vacancy?.position === place?.position;
  const assessment = isUnchanged ? assessedOn(question, services) : undefined;
  return {
    participant,
    vacancy,
    unit,
    date,
    conclusion: conclusionOf(participant, { ...before, assessment }),
    shortlist: before.shortlist === undefined ? null : placeOnList(participant, before.shortlist),
    participantThen: before.participant ?? null,
    vacancyThen: before.vacancy ?? null,
    decisions: decisions.filter((decision) => decision.date <= date),
    assessment: assessment ?? null,
  };
}

function assessedOn(
  { participant, vacancy, date }: ReviewQuestion,
  { replica }: HttpServices,
): AssessmentAnswer | undefined {
  try {
    return assessmentOf(replica.matcher.explain(participant, vacancy, { date }));
  } catch (error) {
    // The vacancy is not for the person's unit, or the index has not seen one of them yet.
    if (error instanceof JobbmatchError) return undefined;
    throw error;
  }
}

interface Past {
  readonly participant: PastChange | undefined;
  readonly vacancy: PastChange | undefined;
  readonly shortlist: PastShortlist | undefined;
  readonly assessment: AssessmentAnswer | undefined;
}

function conclusionOf(
  id: string,
  { participant, vacancy, shortlist, assessment }: Past,
): ReviewAnswer["conclusion"] {
  if (shortlist?.entries.some((entry) => entry.participant === id)) return "proposed";
  if (participant?.kind !== "put") return "participantNotThere";
  if (vacancy?.kind !== "put") return "vacancyNotThere";
  if (assessment === undefined) return "changedSince";
  if (assessment.rules.some(({ outcome }) => outcome === "fail")) return "ruleFailed";
  return shortlist === undefined ? "noListYet" : "othersRankedHigher";
}

function placeOnList(id: string, { at, position, entries }: PastShortlist): ReviewAnswer["shortlist"] {
  const own = entries.find(({ participant }) => participant === id);
  return {
    at,
    position,
    length: entries.length,
    rank: own?.rank ?? null,
    score: own?.score ?? null,
    lowestScore: entries.at(-1)?.score ?? null,
  };
}
