/** An event as a stream of server-sent events writes it. */
export interface SentEvent {
  readonly id: number;
  readonly kind: string;
  readonly data: object;
}

/** Keeps proxies and browsers from taking a quiet stream for a dead one. */
export const heartbeat = ": heartbeat\n\n";

/** Tells the listener how soon to come back when the stream breaks off, milliseconds. */
export const reconnectAdvice = "retry: 2000\n\n";

export function eventLines({ id, kind, data }: SentEvent): string {
  // JSON text has no line breaks, so one data line is enough.
  return `id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}
