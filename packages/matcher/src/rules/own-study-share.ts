import { placementTypeOn, type Vacancy } from "@jobbmatch/shared";
import type { MatchContext } from "./rule.ts";
import { startDay } from "./start-day.ts";

/**
 * The part of a place's hours that may be studies of the person's own, such as SFI, 0 to 1: `studyShare`, as far as the
 * placement type allows it on the start day. Where the place brings its own training or is an education, there is none.
 */
export function ownStudyShare(vacancy: Vacancy, context: MatchContext): number {
  const { studyShare = 0, training, placementType } = vacancy;
  if (training !== undefined || placementType === "education") return 0;
  if (placementType === undefined) return studyShare;
  const facts = placementTypeOn(placementType, startDay(vacancy, context), context.placementTypes);
  return Math.min(studyShare, facts?.maximumStudyShare ?? 0);
}
