import { once } from "node:events";
import { type Config, readConfig } from "../../config/config.ts";
import { type RunningService, startApi, startEmbedded, startWorker } from "../../runtime.ts";
import type { CommandContext } from "./context.ts";
import { showDemo } from "./demo.ts";

/** API and worker in this process, with a tour if it is asked for. */
export async function serveEverything(context: CommandContext, demo: boolean): Promise<void> {
  if (!demo) return serve(context, startEmbedded);
  // The tour is for people: warnings only, unless somebody asked for more.
  const config = readConfig({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || "warn" });
  context.tell(context.text(starting));
  await serve({ ...context, config }, startEmbedded, showDemo);
}

export function serveApi(context: CommandContext): Promise<void> {
  return serve(context, startApi);
}

export function runWorker(context: CommandContext): Promise<void> {
  return serve(context, startWorker);
}

const signals = ["SIGINT", "SIGTERM"] as const;

/** Runs until the process is told to end, then stops in good order. A second signal ends it at once. */
async function serve(
  context: CommandContext,
  startRole: (config: Config) => Promise<RunningService>,
  present?: (context: CommandContext, service: RunningService) => Promise<void>,
): Promise<void> {
  const stopped = Promise.race(signals.map((signal) => once(process, signal)));
  const service = await startRole(context.config);
  try {
    context.tell(
      service.url === undefined ? context.text(working) : `${context.text(listening)} ${service.url}`,
    );
    await present?.(context, service);
    await stopped;
    for (const signal of signals) process.once(signal, () => process.exit(1));
    context.tell(context.text(stopping));
  } finally {
    await service.close();
  }
}

const starting = {
  sv: "Startar Jobbmatch (första gången tar det en stund) …",
  en: "Starting Jobbmatch (the first time takes a while) …",
};
const listening = { sv: "Jobbmatch svarar på", en: "Jobbmatch answers at" };
const working = { sv: "En arbetare är igång", en: "A worker is running" };
const stopping = { sv: "Avslutar …", en: "Stopping …" };
