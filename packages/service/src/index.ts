export { type Config, readConfig } from "./config/config.ts";
export { type Logger, silentLogger } from "./observability/logger.ts";
export { type OpenQueues, type OpenQueuesOptions, openQueues } from "./queue/open-queues.ts";
export { type RunningService, startApi, startEmbedded, startWorker } from "./runtime.ts";
export { openStorage, type Storage, type StorageOptions } from "./storage/open-storage.ts";
export { isSignatureValid, signatureHeader, signatureTolerance } from "./webhooks/signature.ts";
