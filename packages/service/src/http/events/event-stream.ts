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
  services: HttpServices,
  options: EventStreamOptions & { readonly after: number },
): AsyncGenerator<string> {
  const { signal } = options;
  let after = options.after;
  let quietSince = Date.now();
  while (!signal.aborted) {
    const milliseconds = Math.max(0, quietSince + heartbeatInterval - Date.now());
    const newest = await services.eventHead.next({ after, milliseconds, signal });
    for await (const event of eventsAfter(services, { ...options, after })) {
      yield eventLines({ id: event.id, kind: event.kind, data: dataOf(event) });
      after = event.id;
      quietSince = Date.now();
    }
    after = Math.max(after, newest);
    if (Date.now() - quietSince >= heartbeatInterval) {
      yield heartbeat;
      quietSince = Date.now();
    }
  }
}

async function* eventsAfter(
  { database }: HttpServices,
  { after, kinds, units, signal }: EventStreamOptions & { readonly after: number },
): AsyncGenerator<StoredEvent> {
  let last = after;
  while (!signal.aborted) {
    const events = await listEvents(database, { after: last, limit: eventsAtOnce, units, kinds });
    yield* events;
    if (events.length < eventsAtOnce) return;
    last = events.at(-1)?.id ?? last;
  }
}

function dataOf({ at, unit, payload }: StoredEvent): object {
  return { at, unit, ...payload };
}
