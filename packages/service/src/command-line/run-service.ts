import { once } from "node:events";
import type { Config } from "../config/config.ts";
import { type RunningService, startApi, startEmbedded, startWorker } from "../runtime.ts";

/** `start`: API and worker in one process; `api` and `worker`: one of them. */
export const serviceRoles = ["start", "api", "worker"] as const;
export type ServiceRole = (typeof serviceRoles)[number];

const starters = { start: startEmbedded, api: startApi, worker: startWorker } satisfies Record<
  ServiceRole,
  (config: Config) => Promise<RunningService>
>;

/**
 * Runs a role of the service until the process is told to end, by Ctrl-C or SIGTERM; then stops it in good order. Told a
 * second time, the process ends at once.
 *
 * @param onStarted called when it runs.
 */
export async function runService(
  role: ServiceRole,
  config: Config,
  onStarted: (service: RunningService) => void | Promise<void> = () => {},
): Promise<void> {
  const service = await starters[role](config);
  const told = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await onStarted(service);
  await told;
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  await service.close();
}
