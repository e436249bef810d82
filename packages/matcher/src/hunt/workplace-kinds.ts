import type { LanguageLevel, VacancyInput } from "@jobbmatch/shared";
import type { SearchIndex } from "../retrieval/candidates/top-candidates.ts";
import { Bitset } from "../rules/bitset.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { occupationTitle } from "../text/occupation-title.ts";
import type { Capabilities } from "./capabilities.ts";
import { goodPairs } from "./good-pairs.ts";
import type { CompleteHuntRequest } from "./hunt-request.ts";
import { allowedOf } from "./people-without-place.ts";
import { type WorkplaceDemands, type WorkplaceSite, workplaceVacancy } from "./workplace-vacancy.ts";

/** Turns a vacancy into one that can be compared; its texts are embedded, nothing is stored. */
export type PrepareVacancy = (vacancy: VacancyInput) => Promise<StoredVacancy>;

/** A kind of workplace with the people whom it would serve. */
export interface EvaluatedKind {
  readonly site: WorkplaceSite;
  readonly demands: WorkplaceDemands;
  readonly vacancy: VacancyInput;
  readonly stored: StoredVacancy;
  readonly served: Bitset;
}

/** Hours a week and levels of Swedish that a workplace may ask for, what is easiest to find first. */
const hoursAsked = [40, 35, 30, 25, 20, 15, 10] as const;
const levelsAsked: readonly LanguageLevel[] = ["C1", "B2", "B1", "A2", "A1", "none"];

/** Pairs of an occupation and a municipality in which people could work and live, those with most people first. */
export function sitesFor(capabilities: Capabilities, request: CompleteHuntRequest): WorkplaceSite[] {
  const { experienced, wishing, living, names } = capabilities;
  const codes = new Set([...experienced.keys(), ...wishing.keys()]);
  const sites = [...codes].flatMap((ssyk) => {
    const able = new Set([...(experienced.get(ssyk) ?? []), ...(wishing.get(ssyk) ?? [])]);
    const name = occupationTitle(ssyk, names).sv;
    return [...living].map(([municipality, residents]) => ({
      site: { ssyk, name, municipality, placementType: request.placementType },
      people: [...able].filter((slot) => residents.has(slot)).length,
    }));
  });
  return sites
    .filter(({ people }) => people >= request.smallest)
    .sort((a, b) => b.people - a.people || (keyOf(a.site) < keyOf(b.site) ? -1 : 1))
    .slice(0, request.tried)
    .map(({ site }) => site);
}

function keyOf({ ssyk, municipality }: WorkplaceSite): string {
  return `${ssyk} ${municipality}`;
}

/**
 * Finds out what a workplace may ask without losing most of those whom it would serve if it asked nothing: first the most
 * hours, then the highest level of Swedish. Who is served in the end is counted anew, with all that is asked.
 */
export async function evaluateKind(
  index: SearchIndex,
  site: WorkplaceSite,
  lacking: Bitset,
  slotOf: ReadonlyMap<string, number>,
  request: CompleteHuntRequest,
  prepare: PrepareVacancy,
): Promise<EvaluatedKind> {
  const servedBy = async (demands: WorkplaceDemands) => {
    const vacancy = workplaceVacancy(site, demands);
    const stored = await prepare(vacancy);
    const allowed = allowedOf(index, stored, lacking, request);
    const served = new Bitset();
    for (const { id } of goodPairs(index, stored, allowed, request)) served.add(slotOf.get(id) ?? 0);
    return { site, demands, vacancy, stored, served };
  };
  const { served } = await servedBy({ hours: undefined, swedish: "none" });
  const ableTo = async (demands: WorkplaceDemands) =>
    allowedOf(index, await prepare(workplaceVacancy(site, demands)), served, request).count();
  const needed = served.count() * request.mostShare;
  const hours = await firstWith(hoursAsked, needed, (each) => ableTo({ hours: each, swedish: "none" }));
  const left = await ableTo({ hours, swedish: "none" });
  const swedish = await firstWith(levelsAsked, left * request.mostShare, (each) =>
    ableTo({ hours, swedish: each }),
  );
  return servedBy({ hours, swedish });
}

/** The first choice with enough people, or else the one with most. */
async function firstWith<Choice>(
  choices: readonly [Choice, ...Choice[]] | readonly Choice[],
  needed: number,
  count: (choice: Choice) => Promise<number>,
): Promise<Choice> {
  let best: { readonly choice: Choice; readonly people: number } | undefined;
  for (const choice of choices) {
    const people = await count(choice);
    if (people >= needed) return choice;
    if (best === undefined || people > best.people) best = { choice, people };
  }
  if (best === undefined) throw new RangeError("nothing to choose from");
  return best.choice;
}
