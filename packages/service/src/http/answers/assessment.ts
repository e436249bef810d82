import {
  type Assessment,
  type Candidate,
  type CandidateList,
  type Funnel,
  featureIds,
  type OpenAnswer,
  type RuleResult,
  type VacancyList,
  type VacancyMatch,
} from "@jobbmatch/matcher";
import { entityId, isoDate } from "@jobbmatch/shared";
import * as z from "zod";
import type { Immutable } from "../reply.ts";
import { localised } from "./localised.ts";

const count = z.int().min(0);
const outcome = z.enum(["pass", "fail", "unknown"]);

const identified = z.strictObject({ id: z.string(), text: localised });

const contribution = z
  .strictObject({
    feature: z.enum(featureIds),
    value: z.number().meta({ description: "0 to 1." }),
    weight: z.number().meta({ description: "Share of the score, 0 to 1; all weights sum to 1." }),
    contribution: z.number().meta({ description: "`value × weight`; all of them sum to the score." }),
    known: z
      .boolean()
      .meta({ description: "False when the profile does not tell and a neutral value counts." }),
    detail: localised,
  })
  .meta({ id: "Contribution" });

const ruleResult = z
  .strictObject({
    rule: z.string(),
    outcome,
    required: localised,
    found: localised,
    source: z.enum(["stated", "recognised"]),
    quote: z
      .string()
      .optional()
      .meta({ description: "The sentence of the ad that was read as a requirement." }),
  })
  .meta({ id: "RuleResult" });

/** The fields of everything that is said of one pair. */
const assessmentFields = {
  participant: entityId,
  vacancy: entityId,
  score: z.number().meta({ description: "0 to 1; the sum of the contributions." }),
  contributions: z.array(contribution),
  rules: z.array(ruleResult),
  questions: z.array(identified).meta({ description: "What to ask the person, most useful first." }),
  remedies: z.array(identified).meta({ description: "What the person could change to pass what failed." }),
  ladder: z
    .strictObject({
      step: z.literal([1, 2, 3, 4]).optional(),
      current: z.literal([0, 1, 2, 3, 4]).optional().meta({ description: "0: in no placement." }),
      direction: z.enum(["up", "same", "down", "unknown"]),
    })
    .meta({ id: "LadderMove", description: "Where the place stands on the ladder towards ordinary work." }),
};

export const assessmentAnswer = z.strictObject(assessmentFields).meta({ id: "Assessment" });
export type AssessmentAnswer = Immutable<z.infer<typeof assessmentAnswer>>;

export const rankedAnswer = z
  .strictObject({ rank: z.int().min(1), ...assessmentFields })
  .meta({ id: "RankedAssessment" });
type RankedAnswer = Immutable<z.infer<typeof rankedAnswer>>;

export const funnelAnswer = z
  .strictObject({
    total: count,
    steps: z.array(
      z.strictObject({ rule: z.string(), pass: count, unknown: count, fail: count, remaining: count }),
    ),
    remaining: count,
  })
  .meta({ id: "Funnel", description: "How many people each requirement left." });

export const candidateListAnswer = z
  .strictObject({
    vacancy: z.string(),
    date: isoDate,
    candidates: z.array(rankedAnswer),
    funnel: funnelAnswer,
    nearMisses: z
      .array(rankedAnswer)
      .meta({ description: "The best of those whom exactly one rule excludes." }),
    openAnswers: z.array(z.strictObject({ rule: z.string(), unknown: count, settles: count })),
    plan: z.strictObject({ kind: z.enum(["nearTexts", "everybody", "remembered"]), compared: count }).meta({
      description:
        "How the list was found: from the texts that are near to the vacancy, by a look at everybody whom the requirements leave (`compared`), or by what was found when it was asked for before and by those who have changed since. The list is the same.",
    }),
    model: z.string(),
    position: count.meta({ description: "Position of the change log that the answer is current to." }),
  })
  .meta({ id: "CandidateList" });
export type CandidateListAnswer = Immutable<z.infer<typeof candidateListAnswer>>;

export const vacancyListAnswer = z
  .strictObject({
    participant: entityId,
    date: isoDate,
    total: count,
    vacancies: z.array(rankedAnswer),
    nearMisses: z
      .array(rankedAnswer)
      .meta({ description: "The best of those that exactly one rule closes." }),
    closedBy: z.array(z.strictObject({ rule: z.string(), vacancies: count })),
    questions: z.array(z.strictObject({ id: z.string(), text: localised, settles: count, vacancies: count })),
    model: z.string(),
    position: count.meta({ description: "Position of the change log that the answer is current to." }),
  })
  .meta({ id: "VacancyList" });
export type VacancyListAnswer = Immutable<z.infer<typeof vacancyListAnswer>>;

/** The answer's form is the API's own: what the library adds is not told before it is documented here. */
export function candidateListOf(list: CandidateList, position: number): CandidateListAnswer {
  const { beginning, end } = candidateFrameOf(list, position);
  const candidates = list.candidates.map(rankedOf);
  const nearMisses = list.nearMisses.map(rankedOf);
  return { ...beginning, candidates, nearMisses, ...end };
}

/** What is said before and after the people. */
interface CandidateFrame {
  readonly beginning: Pick<CandidateListAnswer, "vacancy" | "date">;
  readonly end: Omit<CandidateListAnswer, "vacancy" | "date" | "candidates" | "nearMisses">;
}

/** Without the people, who are most of an answer. */
export function candidateFrameOf(
  list: Omit<CandidateList, "candidates" | "nearMisses">,
  position: number,
): CandidateFrame {
  return {
    beginning: { vacancy: list.vacancy, date: list.date },
    end: {
      funnel: funnelOf(list.funnel),
      openAnswers: list.openAnswers.map(openAnswerOf),
      plan: { kind: list.plan.kind, compared: list.plan.compared },
      model: list.model,
      position,
    },
  };
}

export function vacancyListOf(list: VacancyList, position: number): VacancyListAnswer {
  return {
    participant: list.participant,
    date: list.date,
    total: list.total,
    vacancies: list.vacancies.map(rankedOf),
    nearMisses: list.nearMisses.map(rankedOf),
    closedBy: list.closedBy.map(({ rule, vacancies }) => ({ rule, vacancies })),
    questions: list.questions.map(({ id, text, settles, open }) => ({ id, text, settles, vacancies: open })),
    model: list.model,
    position,
  };
}

export function assessmentOf(assessment: Assessment): AssessmentAnswer {
  return {
    participant: assessment.participant,
    vacancy: assessment.vacancy,
    score: assessment.score,
    contributions: assessment.contributions.map(
      ({ feature, value, weight, contribution: share, known, detail }) => ({
        feature,
        value,
        weight,
        contribution: share,
        known,
        detail,
      }),
    ),
    rules: assessment.rules.map(ruleResultOf),
    questions: assessment.questions.map(({ id, text }) => ({ id, text })),
    remedies: assessment.remedies.map(({ id, text }) => ({ id, text })),
    ladder: assessment.ladder,
  };
}

export function rankedOf(match: Candidate | VacancyMatch): RankedAnswer {
  return { rank: match.rank, ...assessmentOf(match) };
}

function ruleResultOf({ rule, outcome: how, evidence }: RuleResult): AssessmentAnswer["rules"][number] {
  const { required, found, source, quote } = evidence;
  return { rule, outcome: how, required, found, source, ...(quote === undefined ? {} : { quote }) };
}

function funnelOf({ total, steps, remaining }: Funnel): CandidateListAnswer["funnel"] {
  return {
    total,
    steps: steps.map(({ rule, pass, unknown, fail, remaining: left }) => ({
      rule,
      pass,
      unknown,
      fail,
      remaining: left,
    })),
    remaining,
  };
}

function openAnswerOf({ rule, unknown, settles }: OpenAnswer): OpenAnswer {
  return { rule, unknown, settles };
}
