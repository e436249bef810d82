import { setTimeout as sleep } from "node:timers/promises";
import { JobbmatchError } from "@jobbmatch/shared";
import type { EventKind, StoredEvent } from "../../storage/event.ts";
import { listEvents } from "../../storage/queries/list-events.ts";
import { readLastEvent } from "../../storage/queries/read-last-event.ts";
import type { VisibleUnits } from "../../storage/visible.ts";
import type { HttpServices } from "../services.ts";
import { eventLines, heartbeat, reconnectAdvice } from "./event-lines.ts";

export interface EventStreamOptions {
  /** Id after which to begin; `undefined`: from now on. */
  readonly after: number | undefined;
  readonly kinds: readonly EventKind[] | null;
  readonly units: VisibleUnits;
  /** Aborted when the listener has gone. */
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks for events. */
const pollInterval = 100;
/** Milliseconds after which a quiet stream gives a sign of life. */
const heartbeatInterval = 15_000;
const eventsAtOnce = 200;

/**
 * The events as a stream without end. Reads only as fast as the listener does; one that comes back with the id of the
 * last event that it has seen misses none.
 *
 * @throws JobbmatchError `unavailable` when too many are listening.
 */
export async function eventStream(
  services: HttpServices,
  options: EventStreamOptions,
): Promise<AsyncGenerator<string>> {
  const open = await services.metrics.eventStreamsOpen.get();
  if ((open.values[0]?.value ?? 0) >= services.limits.eventStreams)
    throw new JobbmatchError({ code: "unavailable", message: "too many are listening; come back later" });
  const after = options.after ?? (await readLastEvent(services.database));
  return countedStream(services, { ...options, after });
}

async function* countedStream(
  services: HttpServices,
  options: EventStreamOptions & { readonly after: number },
): AsyncGenerator<string> {
  services.metrics.eventStreamsOpen.inc();
  try {
    yield reconnectAdvice;
    yield* follow(services, options);
  } finally {
    services.metrics.eventStreamsOpen.dec();
  }
}

async function* follow(
  { database }: HttpServices,
  { after, kinds, units, signal }: EventStreamOptions & { readonly after: number },
): AsyncGenerator<string> {
  let last = after;
  let quietSince = Date.now();
  while (!signal.aborted) {
    const events = await listEvents(database, { after: last, limit: eventsAtOnce, units, kinds });
    for (const event of events) {
      yield eventLines({ id: event.id, kind: event.kind, data: dataOf(event) });
      last = event.id;
    }
    if (events.length > 0) quietSince = Date.now();
    if (events.length === eventsAtOnce) continue;
    if (Date.now() - quietSince >= heartbeatInterval) {
      yield heartbeat;
      quietSince = Date.now();
    }
    await sleep(pollInterval, undefined, { signal }).catch(() => {});
  }
}

function dataOf({ at, unit, payload }: StoredEvent): object {
  return { at, unit, ...payload };
}
