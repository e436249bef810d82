import { clamp } from "../clamp.ts";
import type { VacancyColumn } from "./vacancy-column.ts";

/** Similarity rests on texts alone, so there is nothing to keep. */
export const similarityVacancyColumn: VacancyColumn = {
  set: () => {},
  remove: () => {},
  value: (_participant, { background }, values) => {
    for (let index = 0; index < values.length; index++) values[index] = clamp(background[index] ?? 0);
  },
};
