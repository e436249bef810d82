import type { ParticipantInput, VacancyInput } from "@jobbmatch/shared";
import { type Embedder, Matcher, type MatcherOptions, TransformersEmbedder } from "../src/index.ts";

let shipped: Promise<Embedder> | undefined;

/** The model that ships with the package, loaded once for each test file. */
export function shippedEmbedder(): Promise<Embedder> {
  shipped ??= TransformersEmbedder.create();
  return shipped;
}

/** A matcher that holds the given records; fails if one of them is refused. */
export async function matcherWith(
  participants: readonly ParticipantInput[],
  vacancies: readonly VacancyInput[],
  options: Partial<MatcherOptions> = {},
): Promise<Matcher> {
  const matcher = await Matcher.create({ embedder: await shippedEmbedder(), ...options });
  const reports = [await matcher.upsertParticipants(participants), await matcher.upsertVacancies(vacancies)];
  const problems = reports.flatMap((report) => report.problems);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return matcher;
}

/** A participant with nothing but an id; everything else is unknown. */
export function person(id: string, profile: Partial<ParticipantInput> = {}): ParticipantInput {
  return { id, unit: "north", version: 1, ...profile };
}

/** A vacancy that demands nothing. */
export function place(id: string, profile: Partial<VacancyInput> = {}): VacancyInput {
  return { id, version: 1, employer: "Employer 1", title: "Undersköterska", ...profile };
}
