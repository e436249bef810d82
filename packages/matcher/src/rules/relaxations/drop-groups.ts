import { credentialNames, type Localised, type Vacancy } from "@jobbmatch/shared";
import type { VacancyChange } from "../change.ts";
import { joinAny } from "../localised-text.ts";
import { uniqueById } from "../requirement-groups.ts";

/** To let go of each driving licence that is asked for. */
export function licenceRelaxations({ drivingLicences = [] }: Vacancy): readonly VacancyChange[] {
  const relaxations = drivingLicences.map(({ anyOf }) => {
    const key = anyOf.join("|");
    const names = joinAny(
      anyOf.map((category) => ({ sv: `${category}-körkort`, en: `${category} licence` })),
    );
    return dropped(`drivingLicence:${key}`, names, (vacancy) => ({
      ...vacancy,
      drivingLicences: vacancy.drivingLicences?.filter((group) => group.anyOf.join("|") !== key),
    }));
  });
  return uniqueById(relaxations);
}

/** To let go of each credential that is asked for. */
export function credentialRelaxations({ credentials = [] }: Vacancy): readonly VacancyChange[] {
  const relaxations = credentials.map(({ anyOf }) => {
    const key = anyOf.join("|");
    const names = joinAny(anyOf.map((kind) => credentialNames[kind]));
    return dropped(`credentials:${key}`, names, (vacancy) => ({
      ...vacancy,
      credentials: vacancy.credentials?.filter((group) => group.anyOf.join("|") !== key),
    }));
  });
  return uniqueById(relaxations);
}

function dropped(id: string, names: Localised, apply: VacancyChange["apply"]): VacancyChange {
  return {
    id,
    aspect: id,
    effort: "droppedDemand",
    times: 1,
    describe: () => ({
      sv: `Släpp kravet på ${names.sv}`,
      en: `Let go of the demand for ${names.en}`,
    }),
    apply,
  };
}
