// How another application uses Jobbmatch: `npm run example`.
import {
  defineRule,
  explanationTree,
  Matcher,
  renderAssessment,
  TransformersEmbedder,
} from "@jobbmatch/matcher";
import type { ParticipantInput, VacancyInput } from "@jobbmatch/shared";

const participants: ParticipantInput[] = [
  {
    id: "participant-1",
    unit: "north",
    version: 1,
    experiences: [{ occupation: "vårdbiträde i hemtjänsten", months: 30, lastYear: 2024 }],
    languages: [{ language: "sv", sfi: { course: "D", status: "passed" } }],
    drivingLicences: ["B"],
  },
  {
    id: "participant-2",
    unit: "north",
    version: 1,
    experiences: [{ occupation: "nursing assistant", months: 60, lastYear: 2019 }],
    languages: [{ language: "sv", sfi: { course: "D", status: "passed" } }],
  },
  {
    id: "participant-3",
    unit: "north",
    version: 1,
    experiences: [{ occupation: "svetsare", months: 120, lastYear: 2022 }],
    languages: [{ language: "sv", level: "B2" }],
    drivingLicences: [],
  },
];

const vacancy: VacancyInput = {
  id: "vacancy-1",
  version: 1,
  employer: "Home care unit 4",
  title: "Undersköterska till hemtjänsten",
  drivingLicences: [{ anyOf: ["B"] }],
  languages: [{ anyOf: [{ language: "sv", level: "B1" }] }],
};

/** A rule of this application's own, beside the built-in ones. */
const recentWork = defineRule<number | undefined, number>({
  id: "recentWork",
  name: { sv: "Arbetat nyligen", en: "Recent work" },
  disclosure: { caseWorker: "full", employer: "hidden", participant: "hidden" },
  factOf: ({ experiences }) => experiences && Math.max(0, ...experiences.map(({ lastYear = 0 }) => lastYear)),
  needOf: (_vacancy, { date }) => Number(date.slice(0, 4)) - 10,
  judge: (since, lastYear) => (lastYear === undefined ? "unknown" : lastYear >= since ? "pass" : "fail"),
  explain: (since, lastYear) => ({
    required: { sv: `arbete sedan ${since}`, en: `work since ${since}` },
    found: { sv: `senast ${lastYear ?? "okänt"}`, en: `last in ${lastYear ?? "unknown"}` },
    source: "stated",
  }),
});

const matcher = await Matcher.create({ embedder: await TransformersEmbedder.create(), rules: [recentWork] });
await matcher.upsertParticipants(participants);
await matcher.upsertVacancies([vacancy]);

const { candidates, nearMisses, funnel } = matcher.topCandidates("vacancy-1", { limit: 10 });
const lines = [
  `${funnel.total} people, ${funnel.remaining} left after the rules`,
  ...candidates.flatMap((candidate) => [
    `\n${candidate.rank}. ${candidate.participant}`,
    ...renderAssessment(candidate, { audience: "caseWorker", language: "en", rules: [recentWork] }),
  ]),
  ...nearMisses.flatMap((nearMiss) => [
    `\nNear miss: ${nearMiss.participant}`,
    ...nearMiss.remedies.map(({ text }) => `  ${text.en}`),
  ]),
  `\nThe best score, taken apart: ${JSON.stringify(candidates.slice(0, 1).map(explanationTree), null, 2)}`,
];
process.stdout.write(`${lines.join("\n")}\n`);
