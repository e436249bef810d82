/** How much one asker may send and wait for. */
export interface HttpLimits {
  /** The most bytes of a JSON body, after decompression. */
  readonly bodyBytes: number;
  /** The most bytes of one record of a bulk body or an import. */
  readonly recordBytes: number;
  /** Requests that one API key may make in ten seconds, in each process. */
  readonly requestsPerTenSeconds: number;
  /** Requests without a valid key that one address may make in a minute, in each process. */
  readonly failuresPerMinute: number;
  /** How long one request may be worked on, milliseconds. Streams may go on. */
  readonly requestMilliseconds: number;
  /** How long a read with `Jobbmatch-After` waits for the index, milliseconds. */
  readonly catchUpMilliseconds: number;
  /** Event streams that may be open at once, in each process. */
  readonly eventStreams: number;
}

export const defaultLimits: HttpLimits = {
  bodyBytes: 1024 * 1024,
  recordBytes: 1024 * 1024,
  requestsPerTenSeconds: 5000,
  failuresPerMinute: 60,
  requestMilliseconds: 30_000,
  catchUpMilliseconds: 2_000,
  eventStreams: 1000,
};
