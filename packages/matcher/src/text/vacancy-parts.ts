import type { Vacancy } from "@jobbmatch/shared";
import { headlineCore } from "./headline.ts";
import { recogniseOccupations } from "./recognise-occupations.ts";
import { relevantText } from "./relevant-text.ts";
import type { TextPart } from "./text-part.ts";

/**
 * Weights of the parts. Vectors have length 1, so a part weighs the same however long it is: a long description
 * cannot drown the headline, as it did when all was embedded as one text. The exact
 * weights matter little: for `mentioned` from 0.4 to 0.8 and `details` from 0.4 to 1, the MRR of the right SSYK-4 group
 * lies between 0.72 and 0.74 on 38 real ads and between 0.61 and 0.67 on 25 others (model version 2). Without
 * `mentioned` it is 0.03 to 0.07 lower; as one text it is 0.42 and 0.52.
 */
const weights = { headline: 1, occupation: 1, mentioned: 0.6, details: 0.8 } as const;

/**
 * The texts that stand for a vacancy when it is compared with facets: what its headline calls the work, its occupation,
 * the first occupation that it mentions, and the whole headline with skills, tasks and requirements.
 */
export function vacancyParts({ title, occupation, skills, description = "" }: Vacancy): TextPart[] {
  const relevant = relevantText(description);
  const asked = [...(skills?.must ?? []), ...(skills?.nice ?? [])].join(", ");
  // Occupations that are mentioned later are often those of colleagues.
  const [mentioned = ""] = recogniseOccupations(`${title}. ${relevant}`);
  const parts = [
    { text: headlineCore(title), weight: weights.headline },
    { text: occupation?.text ?? "", weight: weights.occupation },
    { text: mentioned, weight: weights.mentioned },
    { text: [title, asked, relevant].filter((text) => text !== "").join(". "), weight: weights.details },
  ];
  return parts.filter(({ text }) => text !== "");
}
