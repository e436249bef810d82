import type { Vacancy } from "@jobbmatch/shared";
import { headlineCore } from "./headline.ts";
import { recogniseOccupations } from "./recognise-occupations.ts";
import { relevantText } from "./relevant-text.ts";

/** A text of a vacancy that gets a vector of its own, and how much that vector weighs. */
export interface TextPart {
  readonly text: string;
  /** Share of the vacancy's vector before it is scaled to length 1; more than 0. */
  readonly weight: number;
}

/**
 * Weights of the parts. Vectors have length 1, so a part weighs the same however long it is: a long description
 * cannot drown the title, as it did when all was embedded as one text.
 */
const weights = { headline: 1, occupation: 1, mentioned: 0.4, details: 0.6 } as const;
/** Occupations that are mentioned later in a text are often colleagues. */
const mentionedLimit = 3;

/**
 * The texts that stand for a vacancy when it is compared with facets: what its headline calls the work, its occupation,
 * occupations that it mentions, and the whole headline with skills, tasks and requirements.
 */
export function vacancyParts({ title, occupation, skills, description = "" }: Vacancy): TextPart[] {
  const relevant = relevantText(description);
  const asked = [...(skills?.must ?? []), ...(skills?.nice ?? [])].join(", ");
  const mentioned = recogniseOccupations(`${title}. ${relevant}`).slice(0, mentionedLimit);
  const parts = [
    { text: headlineCore(title), weight: weights.headline },
    { text: occupation?.text ?? "", weight: weights.occupation },
    { text: mentioned.join(", "), weight: weights.mentioned },
    { text: [title, asked, relevant].filter((text) => text !== "").join(". "), weight: weights.details },
  ];
  return parts.filter(({ text }) => text !== "");
}
