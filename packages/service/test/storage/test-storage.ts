import { afterAll, beforeAll } from "vitest";
import { openStorage, type Storage } from "../../src/storage/open-storage.ts";
import type { TestServers } from "../servers/describe-in-every-mode.ts";

/** The database modes: where the jobs are does not concern storage. */
export const databaseModes = ["embedded", "postgres"] as const;

/** A storage that is open during the tests of a block. */
export function openDuringTests(servers: () => TestServers): () => Storage {
  let storage: Storage | undefined;
  beforeAll(async () => {
    storage = await openStorage({ config: servers().config });
  });
  afterAll(() => storage?.close());
  return () => {
    if (storage === undefined) throw new Error("the storage is open in hooks and tests, not before");
    return storage;
  };
}
