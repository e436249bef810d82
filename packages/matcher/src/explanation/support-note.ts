import type { Localised, TextLanguage, Vacancy } from "@jobbmatch/shared";
import type { FeatureId } from "../ranking/feature.ts";
import { numberText } from "../rules/localised-text.ts";
import type { Assessment } from "./assessment.ts";

/** Below this value a side of the match needs support at the workplace. */
const needsSupport = 0.5;

const introduction: Localised = {
  sv: "Så kan arbetsplatsen ge stöd:",
  en: "How the workplace can give support:",
};

/** What helps where a side of the match is weak. Nothing is said of why it is weak. */
const advice: Partial<Readonly<Record<FeatureId, Localised>>> = {
  experience: {
    sv: "Arbetet är nytt. Räkna med en längre introduktion och visa ett moment i taget.",
    en: "The work is new. Plan a longer introduction and show one step at a time.",
  },
  skills: {
    sv: "Skriv en kort lista över det som ska läras, och gå igenom den varje vecka.",
    en: "Write a short list of what is to be learned, and go through it every week.",
  },
  language: {
    sv: "Visa hellre än att förklara. Använd korta meningar, bilder och samma ord varje gång.",
    en: "Show rather than explain. Use short sentences, pictures and the same words each time.",
  },
};

const always: readonly Localised[] = [
  {
    sv: "Utse en handledare som är på plats de första veckorna.",
    en: "Name a supervisor who is there during the first weeks.",
  },
  {
    sv: "Bestäm en tid för uppföljning med handläggaren redan första dagen.",
    en: "Agree on a time to follow up with the case worker on the first day.",
  },
];

/**
 * Advice to a workplace on how to support a person, from the same numbers as the explanation. It tells what to do and
 * nothing about the person's situation.
 *
 * @example
 * supportNote(matcher.explain("p1", "v1"), vacancy, "sv").join("\n");
 */
export function supportNote(
  { contributions }: Assessment,
  { studyShare = 0 }: Pick<Vacancy, "studyShare">,
  language: TextLanguage = "sv",
): string[] {
  const weak = contributions
    .filter(({ known, value }) => !known || value < needsSupport)
    .flatMap(({ feature }) => advice[feature] ?? []);
  const study = studyShare === 0 ? [] : [studyAdvice(studyShare)];
  return [introduction, ...always, ...weak, ...study].map((text) => text[language]);
}

function studyAdvice(studyShare: number): Localised {
  const percent = numberText(studyShare * 100);
  return {
    sv: `${percent.sv} procent av tiden är studier. Lägg schemat så att den tiden är fri.`,
    en: `${percent.en} per cent of the time is study. Keep that time free in the schedule.`,
  };
}
