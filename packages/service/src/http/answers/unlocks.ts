import type { NamedChange, ParticipantUnlocks, Unlock, VacancyUnlocks } from "@jobbmatch/matcher";
import { entityId, isoDate } from "@jobbmatch/shared";
import * as z from "zod";
import { localised } from "./localised.ts";

const count = z.int().min(0);
const change = z.strictObject({ id: z.string(), text: localised });

const unlockFields = {
  changes: z.array(change).meta({ description: "One change or two." }),
  effort: z.number().meta({ description: "The sum of the changes' efforts; only proportions matter." }),
  matches: count.meta({ description: "New matches in all." }),
  onlyTogether: count.meta({ description: "New matches that none of the changes brings alone." }),
};
const unlock = z.strictObject(unlockFields).meta({ id: "Unlock" });
const participantUnlock = z
  .strictObject({ ...unlockFields, vacancies: z.array(entityId) })
  .meta({ id: "ParticipantUnlock" });

export const participantUnlocksAnswer = z
  .strictObject({
    participant: entityId,
    date: isoDate,
    total: count.meta({ description: "Vacancies that were looked at." }),
    open: count.meta({ description: "Vacancies that no rule excludes already." }),
    singles: z.array(participantUnlock),
    pairs: z.array(participantUnlock),
  })
  .meta({ id: "ParticipantUnlocks" });

export const vacancyUnlocksAnswer = z
  .strictObject({
    vacancy: entityId,
    date: isoDate,
    total: count.meta({ description: "People who were looked at." }),
    allowed: count.meta({ description: "People whom no rule excludes already." }),
    singles: z.array(unlock),
    pairs: z.array(unlock),
  })
  .meta({ id: "VacancyUnlocks" });

export function participantUnlocksOf(found: ParticipantUnlocks): z.infer<typeof participantUnlocksAnswer> {
  const { participant, date, total, open, singles, pairs } = found;
  const withVacancies = (each: (typeof singles)[number]) => ({
    ...unlockOf(each),
    vacancies: [...each.vacancies],
  });
  return {
    participant,
    date,
    total,
    open,
    singles: singles.map(withVacancies),
    pairs: pairs.map(withVacancies),
  };
}

export function vacancyUnlocksOf(found: VacancyUnlocks): z.infer<typeof vacancyUnlocksAnswer> {
  const { vacancy, date, total, allowed, singles, pairs } = found;
  return { vacancy, date, total, allowed, singles: singles.map(unlockOf), pairs: pairs.map(unlockOf) };
}

function unlockOf({ changes, effort, matches, onlyTogether }: Unlock): z.infer<typeof unlock> {
  return { changes: changes.map(changeOf), effort, matches, onlyTogether };
}

function changeOf({ id, text }: NamedChange): z.infer<typeof change> {
  return { id, text: { sv: text.sv, en: text.en } };
}
