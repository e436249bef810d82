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
 * Brings a matcher up to the end of a window. All texts are embedded first; with their vectors remembered, the rest
 * happens within one turn of the event loop, so that no query sees half a window. Applying a window again changes
 * nothing.
 *
 * @returns problems of records that the matcher refused; the others are in.
 */
export async function applyChanges(
  matcher: Matcher,
  embedder: Embedder,
  { participants, vacancies }: ChangeWindow,
): Promise<readonly Problem[]> {
  await embedder.embed([
    ...participants.present.flatMap(textsOfParticipant),
    ...vacancies.present.flatMap(textsOfVacancy),
  ]);
  // A record that was removed and came back may have a lower version than the one that is held, so it goes first.
  matcher.removeParticipants(participants.removed);
  matcher.removeVacancies(vacancies.removed);
  const reports = [
    await matcher.upsertParticipants(participants.present),
    await matcher.upsertVacancies(vacancies.present),
  ];
  return reports.flatMap(refused);
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
