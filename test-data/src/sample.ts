import { fileURLToPath } from "node:url";

/** What the checked-in sample was generated with. */
export const sampleOptions = { seed: 1, participants: 500, vacancies: 60 } as const;

// The folders src and dist lie beside sample, so the same path is right for source and for compiled code.
/** Path of the sample's 500 participants, JSON Lines. */
export const sampleParticipantsFile: string = fileURLToPath(
  new URL("../sample/participants.jsonl", import.meta.url),
);
/** Path of the sample's 60 vacancies, JSON Lines. */
export const sampleVacanciesFile: string = fileURLToPath(
  new URL("../sample/vacancies.jsonl", import.meta.url),
);
