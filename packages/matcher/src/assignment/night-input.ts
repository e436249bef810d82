import type { SearchIndex } from "../retrieval/candidates/top-candidates.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import type { AssignmentPerson } from "./assignment-input.ts";
import { hasFreeSeats, isOpenToUnits, personOf, placeOf } from "./assignment-profiles.ts";
import type { CompleteNightRequest } from "./assignment-request.ts";
import { matchedPairs, type NightInput } from "./matched-pairs.ts";

/** The people whom the asker may see, the vacancies that are open to some of them, and their best pairs. */
export async function nightInput(
  index: SearchIndex,
  vacancies: Iterable<StoredVacancy>,
  request: CompleteNightRequest,
  signal?: AbortSignal,
): Promise<NightInput> {
  const { units } = request.match;
  const open = [...vacancies].filter(({ vacancy }) => hasFreeSeats(vacancy) && isOpenToUnits(vacancy, units));
  const people = peopleOf(index, units);
  const places = open.map(({ vacancy }) => placeOf(vacancy));
  return { people, places, ...(await matchedPairs(index, open, request, signal)) };
}

function peopleOf({ participants }: SearchIndex, units: readonly string[] | undefined): AssignmentPerson[] {
  return [...participants.everyone].flatMap((slot) => {
    const participant = participants.at(slot)?.participant;
    const isVisible = participant !== undefined && units?.includes(participant.unit) !== false;
    return isVisible ? [personOf(participant)] : [];
  });
}
