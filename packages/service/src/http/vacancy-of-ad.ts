import { importAds, type Problem, type Vacancy } from "@jobbmatch/shared";
import { invalidRequest } from "./problems/invalid-request.ts";

/**
 * One ad of any format as a vacancy.
 *
 * @throws JobbmatchError `invalidRequest` with what is wrong with the ad.
 */
export async function vacancyOfAd(ad: object): Promise<Vacancy> {
  const problems: Problem[] = [];
  for await (const event of importAds([JSON.stringify(ad)])) {
    if (event.kind === "vacancy") return event.vacancy;
    if (event.kind === "problem") problems.push(event.problem);
  }
  throw invalidRequest(problems);
}
