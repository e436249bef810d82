export { findProgram, type ServerProgram } from "./find-program.ts";
export { freePort, isListening } from "./ports.ts";
export { type PostgresOptions, preparePostgres } from "./postgres-server.ts";
export type { PreparedServer } from "./prepared-server.ts";
export { prepareRedis, type RedisOptions } from "./redis-server.ts";
