import type { Vacancy } from "@jobbmatch/shared";

/** Characters of the description that are used: the tasks usually stand before the employer's benefits. */
const descriptionLimit = 600;

/** The text that stands for a vacancy when it is compared with facets: title and occupation first. */
export function vacancyText({ title, occupation, skills, description }: Vacancy): string {
  const asked = [...(skills?.must ?? []), ...(skills?.nice ?? [])].join(", ");
  const parts = [title, occupation?.text, asked, description?.slice(0, descriptionLimit)];
  return parts.filter((part) => part !== undefined && part !== "").join(". ");
}
