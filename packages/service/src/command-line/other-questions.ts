import type { Matcher } from "@jobbmatch/matcher";
import { JobbmatchError, type TextLanguage, type Vacancy } from "@jobbmatch/shared";
import { huntReport } from "./hunt-report.ts";
import { everybodyReport, vacancyQuestionReport } from "./question-report.ts";
import { participantUnlockReport, vacancyUnlockReport } from "./unlock-report.ts";

/** What can be asked beside the lists of candidates. */
export type OtherQuestion =
  | { readonly kind: "unlocksOfParticipant"; readonly participant: string }
  | { readonly kind: "unlocksOfVacancy"; readonly vacancy: string }
  | { readonly kind: "questions"; readonly vacancy?: string }
  | { readonly kind: "hunt" };

export interface AnswerOptions {
  /** Day of the match, ISO date. */
  readonly date: string;
  readonly unknown: "keep" | "exclude";
  readonly language: TextLanguage;
  readonly json: boolean;
}

/** Questions that the unlocks of a participant begin with. */
const firstQuestions = 3;

/**
 * The answer as text for a terminal, or as JSON.
 *
 * @throws JobbmatchError `unknownParticipant` or `unknownVacancy`.
 */
export async function answerTo(
  question: OtherQuestion,
  matcher: Matcher,
  vacancies: readonly Vacancy[],
  { date, unknown, language, json }: AnswerOptions,
): Promise<string> {
  const written = (answer: unknown, text: () => string) => (json ? `${JSON.stringify(answer)}\n` : text());
  switch (question.kind) {
    case "unlocksOfParticipant": {
      const { participant } = question;
      const unlocks = matcher.unlocksOfParticipant(participant, { date, unknown });
      const questions = matcher.questionsOfParticipant(participant, { date, limit: firstQuestions });
      return written({ ...unlocks, questions }, () => participantUnlockReport(unlocks, questions, language));
    }
    case "unlocksOfVacancy": {
      const unlocks = matcher.unlocksOfVacancy(question.vacancy, { date, unknown });
      const { title } = vacancyNamed(question.vacancy, vacancies);
      return written(unlocks, () => vacancyUnlockReport(unlocks, title, language));
    }
    case "questions": {
      if (question.vacancy === undefined) {
        const asked = matcher.questionsOfEverybody({ date });
        return written(asked, () => everybodyReport(asked, language));
      }
      const asked = matcher.questionsOfVacancy(question.vacancy, { date });
      return written(asked, () => vacancyQuestionReport(asked, language));
    }
    case "hunt": {
      const list = await matcher.huntList({ date, unknown });
      return written(list, () => huntReport(list, language));
    }
  }
}

function vacancyNamed(id: string, vacancies: readonly Vacancy[]): Vacancy {
  const vacancy = vacancies.find((each) => each.id === id);
  if (vacancy === undefined)
    throw new JobbmatchError({ code: "unknownVacancy", id, message: "there is no such ad in the file" });
  return vacancy;
}
