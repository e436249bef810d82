import {
  JobbmatchError,
  maskParticipant,
  maskVacancy,
  type ParticipantInput,
  type Problem,
  parseParticipant,
  parseVacancy,
  type VacancyInput,
} from "@jobbmatch/shared";
import { embedAll } from "../store/embed-texts.ts";
import { participantTexts } from "../store/stored-participant.ts";
import { type Source, type UpsertOptions, type UpsertReport, upsert } from "../store/upsert.ts";
import { type StoredVacancy, storedVacancy, vacancyTexts } from "../store/vacancy-store.ts";
import type { MatchIndex } from "./match-index.ts";

/** Checks, masks, embeds and stores participants. */
export function upsertParticipants(
  { participants, vectors, embedder }: MatchIndex,
  source: Source<ParticipantInput>,
  options?: UpsertOptions,
): Promise<UpsertReport> {
  const intake = {
    parse: parseParticipant,
    mask: maskParticipant,
    textsOf: participantTexts,
    holds: vectors.holds.bind(vectors),
    versionOf: participants.versionOf.bind(participants),
    find: (id: string) => participants.get(id)?.participant,
    put: participants.put.bind(participants),
  };
  return upsert(source, intake, embedder, options);
}

/** Checks, masks, embeds and stores vacancies. */
export function upsertVacancies(
  { vacancies, vectors, embedder }: MatchIndex,
  source: Source<VacancyInput>,
  options?: UpsertOptions,
): Promise<UpsertReport> {
  const intake = {
    parse: parseVacancy,
    mask: maskVacancy,
    textsOf: vacancyTexts,
    holds: vectors.holds.bind(vectors),
    versionOf: vacancies.versionOf.bind(vacancies),
    find: (id: string) => vacancies.get(id)?.vacancy,
    put: vacancies.put.bind(vacancies),
  };
  return upsert(source, intake, embedder, options);
}

/**
 * A vacancy from outside, ready to be compared and not stored.
 *
 * @throws JobbmatchError with the problems of the vacancy.
 */
export async function prepareVacancy(
  { embedder }: MatchIndex,
  vacancy: VacancyInput,
): Promise<StoredVacancy> {
  const parsed = parseVacancy(vacancy);
  if (!parsed.ok) throw errorOf(parsed.problems);
  const { record } = maskVacancy(parsed.value);
  const texts = vacancyTexts(record);
  return storedVacancy(record, texts, await embedAll(embedder, texts.texts));
}

function errorOf([first, ...rest]: readonly Problem[]): JobbmatchError {
  return new JobbmatchError(first ?? { code: "invalidRequest", message: "the input is not valid" }, ...rest);
}
