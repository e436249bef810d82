import {
  type Embedder,
  type Matcher,
  participantFacets,
  type UpsertReport,
  vacancyParts,
} from "@jobbmatch/matcher";
import type { Participant, Problem, Vacancy } from "@jobbmatch/shared";
import type { ChangeWindow } from "../storage/queries/read-changes.ts";

/**
 * Brings a matcher up to the end of a window within one turn of the event loop, so that no query sees half a window: what
 * takes longer, the embedding of texts, comes first. Applying a window again changes nothing.
 *
 * @returns problems of records that the matcher refused; the others are in.
 */
export async function applyChanges(
  matcher: Matcher,
  embedder: Embedder,
  window: ChangeWindow,
): Promise<readonly Problem[]> {
  const { participants, vacancies } = window;
  if (!isOneStep(window)) await rememberTexts(embedder, window);
  // A record that was removed and came back may have a lower version than the one that is held, so it goes first.
  matcher.removeParticipants(participants.removed);
  matcher.removeVacancies(vacancies.removed);
  const reports = [
    await matcher.upsertParticipants(participants.present),
    await matcher.upsertVacancies(vacancies.present),
  ];
  return reports.flatMap(refused);
}

/** The matcher embeds what it lacks before it puts in the first of some records: if that is all, nothing need be done. */
function isOneStep({ participants, vacancies }: ChangeWindow): boolean {
  const removed = participants.removed.length + vacancies.removed.length;
  return removed === 0 && (participants.present.length === 0 || vacancies.present.length === 0);
}

/** With all vectors in the embedder's memory, nothing waits between the steps. */
async function rememberTexts(embedder: Embedder, { participants, vacancies }: ChangeWindow): Promise<void> {
  await embedder.embed([
    ...participants.present.flatMap(textsOfParticipant),
    ...vacancies.present.flatMap(textsOfVacancy),
  ]);
}

function textsOfParticipant(participant: Participant): string[] {
  const parts = participantFacets(participant).flatMap((facet) => facet.parts);
  return [...parts.map(({ text }) => text), ...(participant.skills ?? [])];
}

function textsOfVacancy(vacancy: Vacancy): string[] {
  const { must = [], nice = [] } = vacancy.skills ?? {};
  return [...vacancyParts(vacancy).map(({ text }) => text), ...must, ...nice];
}

/** A record that is held in a newer version already is no problem: the change that brought it comes later. */
export function refused({ problems }: UpsertReport): readonly Problem[] {
  return problems.filter(({ code }) => code !== "staleVersion");
}
