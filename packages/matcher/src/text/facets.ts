import type { Experience, Participant } from "@jobbmatch/shared";
import type { TextPart } from "./text-part.ts";

export type FacetKind = "experience" | "wish" | "skills" | "education" | "about";

/** One side of a profile that gets a vector of its own, so that a cook who once drove lorries stays both. */
export interface Facet {
  readonly kind: FacetKind;
  /** Position in the profile's list of that kind; 0 for `skills` and `about`. */
  readonly index: number;
  /** What is shown of it. */
  readonly text: string;
  /** What it is compared by; the first part is `text`. */
  readonly parts: readonly TextPart[];
}

/** The most facets of each kind; together 8. */
const limits = { experience: 3, wish: 2, skills: 1, education: 1, about: 1 } as const;
/** Characters of running text that a facet takes. */
const descriptionLimit = 400;
/**
 * Weight of a description beside the occupation's name. As one text, a description drowns the name: with the shipped
 * model, people who describe their work then rank below people who only name it.
 */
const descriptionWeight = 0.3;

/**
 * Up to 8 facets of a profile: its weightiest experiences (longest first, then latest), first wishes, skills,
 * education and free text. A profile without text has none.
 */
export function participantFacets(participant: Participant): Facet[] {
  const { experiences = [], wishes = [], skills = [], education = [], about } = participant;
  const weightiest = byWeight(experiences).slice(0, limits.experience);
  return [
    ...weightiest.map(([index, experience]) =>
      facet("experience", index, experience.occupation, experience.description),
    ),
    ...wishes.slice(0, limits.wish).map(({ text }, index) => facet("wish", index, text)),
    ...(skills.length === 0 ? [] : [facet("skills", 0, skills.join(", "))]),
    ...education.slice(0, limits.education).map((text, index) => facet("education", index, text)),
    ...(about === undefined ? [] : [facet("about", 0, about.slice(0, descriptionLimit))]),
  ];
}

function facet(kind: FacetKind, index: number, text: string, description?: string): Facet {
  const parts = [{ text, weight: 1 }];
  if (description !== undefined) {
    parts.push({ text: description.slice(0, descriptionLimit), weight: descriptionWeight });
  }
  return { kind, index, text, parts };
}

/** Earlier work with its place in the profile, the weightiest first. */
export function byWeight(experiences: readonly Experience[]): (readonly [index: number, work: Experience])[] {
  return [...experiences.entries()].sort(([, a], [, b]) => weightOf(b) - weightOf(a));
}

/** A month of work weighs one; that it was lately decides between equals. */
function weightOf({ months = 6, lastYear = 0 }: Experience): number {
  return months + lastYear / 10_000;
}
