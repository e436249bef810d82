import type { Vacancy } from "@jobbmatch/shared";
import { contextOf } from "../request.ts";
import { applyRules } from "../retrieval/apply-rules.ts";
import { requirementsOf, type SearchIndex } from "../retrieval/candidates/top-candidates.ts";
import type { Bitset } from "../rules/bitset.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { goodPairs, matchRequestOf } from "./good-pairs.ts";
import type { CompleteHuntRequest } from "./hunt-request.ts";

/** The people whom the asker may see, and those of them who have too few good places. */
export interface PeopleWithoutPlace {
  readonly everyone: Bitset;
  readonly lacking: Bitset;
  readonly slotOf: ReadonlyMap<string, number>;
}

/** Counts everybody's good places: vacancies that no rule excludes and that `goodPairs` finds good. */
export function peopleWithoutPlace(
  index: SearchIndex,
  vacancies: Iterable<StoredVacancy>,
  request: CompleteHuntRequest,
): PeopleWithoutPlace {
  const everyone = visiblePeople(index, request);
  const slotOf = new Map([...everyone].map((slot) => [index.participants.idOf(slot) ?? "", slot]));
  const places = new Map<number, number>();
  const lacking = everyone.clone();
  for (const stored of vacancies) {
    const allowed = allowedOf(index, stored, lacking, request);
    for (const { id } of goodPairs(index, stored, allowed, request)) {
      const slot = slotOf.get(id);
      if (slot === undefined) continue;
      const count = (places.get(slot) ?? 0) + 1;
      places.set(slot, count);
      // Whoever has enough is not compared again.
      if (count >= request.placesEach) lacking.delete(slot);
    }
  }
  return { everyone, lacking, slotOf };
}

/** Those of some people whom no rule excludes from a vacancy. */
export function allowedOf(
  { participants }: SearchIndex,
  stored: StoredVacancy,
  people: Bitset,
  request: CompleteHuntRequest,
): Bitset {
  const applied = requirementsOf(participants, stored, matchRequestOf(request));
  return applyRules(people, applied, request.unknown).allowed;
}

/** A vacancy that asks nothing, to tell whom the asker may see at all. */
const anyPlace: Vacancy = {
  id: "hunt",
  version: 0,
  employer: "–",
  title: "–",
  seats: 1,
  seatsTaken: 0,
  status: "open",
};

function visiblePeople({ participants }: SearchIndex, request: CompleteHuntRequest): Bitset {
  const visible = participants.everyone.clone();
  for (const { rule, column } of participants.columns) {
    const requirement = rule.border ? column.compile(anyPlace, contextOf(request)) : undefined;
    if (requirement !== undefined) visible.and(requirement.select().pass);
  }
  return visible;
}
