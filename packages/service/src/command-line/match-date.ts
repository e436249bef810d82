import type { Vacancy } from "@jobbmatch/shared";

/**
 * The day as of which an ad is matched. An ad whose deadline has passed would match nobody; since somebody asks for
 * it all the same, it is matched as of the day it was published, or its last day if that is not known.
 */
export function matchDate(vacancy: Vacancy, today: string): string {
  const { deadline, publishedAt } = vacancy;
  if (deadline === undefined || deadline >= today) return today;
  return publishedAt !== undefined && publishedAt <= deadline ? publishedAt : deadline;
}
