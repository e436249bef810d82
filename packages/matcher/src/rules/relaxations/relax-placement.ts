import { placementTypes, type Vacancy } from "@jobbmatch/shared";
import type { VacancyChange } from "../change.ts";

/** To begin as an internship, for which nobody needs to be found eligible in advance. */
export function placementRelaxations({ placementType }: Vacancy): readonly VacancyChange[] {
  if (placementType === undefined || placementType === "internship") return [];
  const { sv, en } = placementTypes.internship.name;
  return [
    {
      id: "eligibility:internship",
      aspect: "eligibility",
      effort: "otherPlacement",
      times: 1,
      describe: () => ({ sv: `Börja som ${sv}`, en: `Begin as an ${en}` }),
      apply: (vacancy) => ({ ...vacancy, placementType: "internship" }),
    },
  ];
}
