import type { Vacancy } from "@jobbmatch/shared";

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
const weights = { title: 1, occupation: 1, skills: 0.4, description: 0.4 } as const;

/** The texts that stand for a vacancy when it is compared with facets; the title is always among them. */
export function vacancyParts({ title, occupation, skills, description }: Vacancy): TextPart[] {
  const asked = [...(skills?.must ?? []), ...(skills?.nice ?? [])].join(", ");
  const parts = [
    { text: title, weight: weights.title },
    { text: occupation?.text ?? "", weight: weights.occupation },
    { text: asked, weight: weights.skills },
    { text: description ?? "", weight: weights.description },
  ];
  return parts.filter(({ text }) => text !== "");
}
