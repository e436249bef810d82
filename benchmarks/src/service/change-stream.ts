import { setTimeout as sleep } from "node:timers/promises";
import { Random } from "../retrieval/random.ts";
import type { ApiClient } from "./api-client.ts";
import type { ListedPerson } from "./listed-people.ts";

interface Profile {
  readonly availability?: { readonly from?: string; readonly until?: string };
}

/** Someone who stands on a shortlist now, and what makes them leave it and come back. */
export interface ChangeablePerson extends ListedPerson {
  readonly from: string | undefined;
}

/** A day after all vacancies have ended. */
const farAway = "2090-01-01";

/** Draws people whose availability can end and begin: those who have not said until when they can work. */
export async function drawChangeable(
  client: ApiClient,
  people: readonly ListedPerson[],
  count: number,
): Promise<ChangeablePerson[]> {
  const left = [...people];
  const random = new Random(5);
  const drawn: ChangeablePerson[] = [];
  while (drawn.length < count && left.length > 0) {
    const [person] = left.splice(random.below(left.length), 1);
    if (person === undefined) break;
    const { availability } = await client.json<Profile>("GET", `/v1/participants/${person.participant}`);
    if (availability !== undefined && availability.until === undefined)
      drawn.push({ ...person, from: availability.from });
  }
  return drawn;
}

/** Somebody becomes unavailable until far away, or available as before. @returns the status, and the log's position. */
export async function changeAvailability(
  client: ApiClient,
  { participant, from }: ChangeablePerson,
  direction: "leaves" | "comes back",
): Promise<{ readonly status: number; readonly position: number }> {
  const availability = { from: direction === "leaves" ? farAway : (from ?? null) };
  const { status, headers } = await client.send("PATCH", `/v1/participants/${participant}`, { availability });
  return { status, position: Number(headers["jobbmatch-position"]) };
}

/** Changes somebody now and then until it is stopped. @returns stops it, and tells how many changes there were. */
export function startSlowChanges(
  client: ApiClient,
  people: readonly ChangeablePerson[],
  perSecond: number,
): () => Promise<number> {
  const stopping = new AbortController();
  const run = async () => {
    let changes = 0;
    while (!stopping.signal.aborted) {
      const person = people[changes % people.length];
      const isFirst = Math.floor(changes / people.length) % 2 === 0;
      if (person !== undefined) await changeAvailability(client, person, isFirst ? "leaves" : "comes back");
      changes += 1;
      await sleep(1000 / perSecond, undefined, { signal: stopping.signal }).catch(() => {});
    }
    return changes;
  };
  const running = run();
  return () => {
    stopping.abort();
    return running;
  };
}
