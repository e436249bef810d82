import type { ApiClient } from "./api-client.ts";
import { type ChangeablePerson, changeAvailability } from "./change-stream.ts";
import { EventLog } from "./event-log.ts";
import { atFixedRate, type Spread, spreadOf } from "./fixed-rate.ts";
import { readMetrics } from "./metrics.ts";
import { untilQuiet } from "./until-quiet.ts";

/** How long changed profiles take to change shortlists. Times in milliseconds. */
export interface ChangeFollowing {
  readonly perSecond: number;
  readonly changes: number;
  readonly failed: number;
  /** Changes that changed the list on which the person stood highest. */
  readonly changedList: number;
  /** Events of changed shortlists, whoever changed them. */
  readonly events: number;
  /** From when a change ought to be sent until it was acknowledged. */
  readonly acknowledgement: Spread;
  readonly visibleAfterAcknowledgement: Spread;
  readonly visibleAfterSending: Spread;
  /** Seconds from the last change until every shortlist followed. */
  readonly secondsBehind: number;
  /** Processor seconds of the answering process for each second. */
  readonly processor: number;
}

export interface ChangeLoad {
  readonly people: readonly ChangeablePerson[];
  readonly perSecond: number;
}

interface Change {
  readonly person: ChangeablePerson;
  readonly due: number;
  readonly acknowledged: number;
  readonly position: number;
}

/** Everybody becomes unavailable, once: whoever stands on a list leaves it, so that no change is without effect. */
export async function measureChanges(client: ApiClient, load: ChangeLoad): Promise<ChangeFollowing> {
  const { people, perSecond } = load;
  const events = await EventLog.open(client);
  const changes: Change[] = [];
  let failed = 0;
  const before = await readMetrics(client);
  const begun = performance.now();
  await atFixedRate({
    perSecond,
    seconds: people.length / perSecond,
    send: async (index, due) => {
      const person = people[index];
      if (person === undefined) return;
      const { status, position } = await changeAvailability(client, person, "leaves");
      if (status === 200) changes.push({ person, due, acknowledged: performance.now(), position });
      else failed += 1;
    },
  });
  const ended = performance.now();
  const after = await readMetrics(client);
  const quiet = await untilQuiet(client);
  events.close();
  return {
    perSecond,
    changes: changes.length,
    failed,
    ...timesOf(changes, events),
    events: events.count,
    secondsBehind: Math.max(0, quiet - ended) / 1000,
    processor: ((after.processorSeconds - before.processorSeconds) * 1000) / (ended - begun),
  };
}

function timesOf(changes: readonly Change[], events: EventLog) {
  const followed = changes.flatMap((change) => {
    const heard = events.heardOf(change.person, change.position);
    return heard === undefined ? [] : [{ ...change, heard }];
  });
  return {
    changedList: followed.length,
    acknowledgement: spreadOf(changes.map(({ due, acknowledged }) => acknowledged - due)),
    visibleAfterAcknowledgement: spreadOf(
      followed.map(({ acknowledged, heard }) => Math.max(0, heard - acknowledged)),
    ),
    visibleAfterSending: spreadOf(followed.map(({ due, heard }) => heard - due)),
  };
}
