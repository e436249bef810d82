import type { ServerUser } from "./server-user.ts";

/** A server that is ready to be started, and again after it was stopped or killed: its port and files stay the same. */
export interface PreparedServer {
  readonly program: string;
  readonly args: readonly string[];
  /** File for what it writes. */
  readonly logFile: string;
  /** Whom it must run as; `undefined`: whoever starts it. */
  readonly user: ServerUser | undefined;
  /** Whether it does what it is there for. */
  readonly isReady: () => Promise<boolean>;
}
