export { type Config, readConfig } from "./config/config.ts";
export { type RunningService, startApi, startEmbedded, startWorker } from "./runtime.ts";
