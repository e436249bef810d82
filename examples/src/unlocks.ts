// What would change a match: unlocks for a person and for a place, questions, and the hunt list.
import { Matcher, TransformersEmbedder } from "@jobbmatch/matcher";
import type { ParticipantInput, VacancyInput } from "@jobbmatch/shared";

const print = (line: string) => process.stdout.write(`${line}\n`);

const home = { municipality: "1490" };
const cooks: ParticipantInput[] = [1, 2, 3, 4, 5, 6].map((number) => ({
  id: `cook-${number}`,
  unit: "north",
  version: 1,
  experiences: [{ occupation: "kock", months: 36, lastYear: 2023 }],
  languages: [{ language: "sv", sfi: { course: "B", status: "passed" } }],
  drivingLicences: [],
  availability: { hoursPerWeek: { min: 10, max: 30 } },
  home,
  commute: { maxKm: 20 },
}));

const kitchen = {
  version: 1,
  employer: "School 2",
  title: "Kock",
  occupation: { text: "kock", ssyk: "5120" },
};
const swedish = { languages: [{ anyOf: [{ language: "sv", level: "A2" as const }] }] };
const licence = { drivingLicences: [{ anyOf: ["B" as const] }] };
const vacancies: VacancyInput[] = [
  { id: "school", ...kitchen, ...swedish },
  { id: "food-truck", ...kitchen, ...licence },
  { id: "catering", ...kitchen, ...swedish, ...licence },
];

const matcher = await Matcher.create({ embedder: await TransformersEmbedder.create() });
await matcher.upsertParticipants(cooks);
await matcher.upsertVacancies(vacancies);
const request = { date: "2026-11-23" };

const { open, total, singles, pairs } = matcher.unlocksOfParticipant("cook-1", request);
print(`cook-1: ${open} of ${total} places are open`);
for (const { changes, matches } of [...singles, ...pairs])
  print(`  ${changes.map(({ text }) => text.en).join(" + ")}: ${matches} more`);

const school = matcher.unlocksOfVacancy("school", request);
print(`school: ${school.allowed} of ${school.total} people may come`);
for (const { changes, matches } of school.singles) print(`  ${changes[0]?.text.en}: ${matches} more`);

const [first] = matcher.questionsOfVacancy("school", request);
print(first === undefined ? "Nothing to ask." : `Ask first: ${first.text.en}`);

const { withoutPlace, kinds } = await matcher.huntList(request);
print(`${withoutPlace} people have no good place. Call first:`);
for (const { occupation, hoursPerWeek, swedish: level, serves } of kinds)
  print(`  ${occupation.name.en}, ${hoursPerWeek} hours a week, Swedish ${level}: serves ${serves}`);
