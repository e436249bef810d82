import {
  days,
  type LanguageLevel,
  type PlacementTypeId,
  type TimeWindow,
  type VacancyInput,
} from "@jobbmatch/shared";

/** What a kind of workplace offers and asks. */
export interface WorkplaceDemands {
  /** Hours a week, agreed on within weekdays 07–18; `undefined` asks nothing of hours. */
  readonly hours: number | undefined;
  /** The level of Swedish that is asked for; `none` asks nothing. */
  readonly swedish: LanguageLevel;
}

export interface WorkplaceSite {
  readonly ssyk: string;
  /** Name of the occupation. */
  readonly name: string;
  /** Code of the municipality. */
  readonly municipality: string;
  readonly placementType: PlacementTypeId | undefined;
}

/** Workplaces that are hunted for are open in the daytime of weekdays. */
const daytime: readonly TimeWindow[] = days.slice(0, 5).map((day) => ({ day, from: "07:00", to: "18:00" }));

/** A vacancy such as a workplace of this kind would have. */
export function workplaceVacancy(
  { ssyk, name, municipality, placementType }: WorkplaceSite,
  { hours, swedish }: WorkplaceDemands,
): VacancyInput {
  return {
    id: `hunt-${ssyk}-${municipality}`,
    version: 0,
    employer: "–",
    title: name,
    occupation: { text: name, ssyk },
    location: { municipality },
    ...(placementType === undefined ? {} : { placementType }),
    ...(hours === undefined
      ? {}
      : {
          schedule: { kind: "flexible", window: [...daytime], hours },
          hoursPerWeek: { min: hours, max: hours },
        }),
    ...(swedish === "none" ? {} : { languages: [{ anyOf: [{ language: "sv", level: swedish }] }] }),
  };
}
