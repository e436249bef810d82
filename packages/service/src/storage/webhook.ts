import type { EventKind } from "./event.ts";

/** An address that is told of events. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Units of whose events it is told; `null`: all. */
  readonly units: readonly string[] | null;
  /** Kinds of events that it is told of; `null`: all. */
  readonly kinds: readonly EventKind[] | null;
  readonly active: boolean;
  /** ISO time. */
  readonly createdAt: string;
}

/** Columns of a webhook without its secret. */
export const webhookColumns = `id, url, units, kinds, active, created_at AS "createdAt"`;
