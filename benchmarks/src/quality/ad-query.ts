import { vacancyParts } from "@jobbmatch/matcher";
import { parseVacancy, splitSentences } from "@jobbmatch/shared";
import type { Query } from "./task.ts";

/** Characters from which a text is taken for an ad rather than a name or a sentence. */
const shortestAd = 400;
const longestHeadline = 150;

/** An ad of which nothing is known but headline and text. */
export function queryOfAd(id: string, headline: string, description: string): Query {
  const parsed = parseVacancy({ id: "ad", version: 1, employer: "-", title: headline, description });
  if (!parsed.ok) throw new Error(`ad ${id}: ${parsed.problems[0]?.message}`);
  return {
    id,
    text: `${headline}. ${description}`,
    ad: { headline, parts: vacancyParts(parsed.value) },
  };
}

/** A text of any length; a long one is read as an ad whose first sentence is its headline. */
export function queryOfText(id: string, text: string): Query {
  if (text.length < shortestAd) return { id, text };
  const headline = (splitSentences(text)[0]?.text ?? text).slice(0, longestHeadline);
  return { ...queryOfAd(id, headline, text), text };
}
