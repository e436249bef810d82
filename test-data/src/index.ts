export { generateParticipants } from "./participants.ts";
export { sampleOptions, sampleParticipantsFile, sampleVacanciesFile } from "./sample.ts";
export * from "./scenarios/index.ts";
export { defaultMunicipality, defaultToday, defaultUnits, type GenerateOptions } from "./setting.ts";
export { generateVacancies } from "./vacancies.ts";
