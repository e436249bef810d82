import { join } from "node:path";
import type { Config } from "../config/config.ts";
import type { Database } from "./database.ts";
import type { EmbeddedServer } from "./embedded/embedded-server.ts";
import { publishedAddress } from "./embedded/folder-lock.ts";
import { migrate } from "./migrations/migrate.ts";
import { openPostgres } from "./postgres-database.ts";

/** The opened database, up to date with this program. */
export interface Storage {
  readonly database: Database;
  /** Address of the server, for those who need connections of their own. */
  readonly url: string;
  /** Closes the connections, and the server if it is an embedded one. */
  close(): Promise<void>;
}

export interface StorageOptions {
  readonly config: Pick<Config, "databaseUrl" | "dataFolder" | "databaseConnections">;
  /** Whether to use the embedded database of a service that runs, if there is one. @default false */
  readonly share?: boolean;
  /** Called when an idle connection breaks; the next statement opens another one. */
  readonly onError?: (error: Error) => void;
}

/**
 * Opens the database that the settings name, or starts the embedded one, and brings its schema up to date.
 *
 * @throws JobbmatchError `conflict` when another process has the data folder, or a newer program made the database.
 */
export async function openStorage({
  config,
  share = false,
  onError = () => {},
}: StorageOptions): Promise<Storage> {
  const server = await serverOf(config, share);
  const database = openPostgres({
    url: server.url,
    connections: config.databaseConnections,
    keepsPrepared: config.databaseUrl !== undefined,
    onError,
  });
  const close = async () => {
    await database.close();
    await server.close();
  };
  try {
    await migrate(database);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, url: server.url, close };
}

/** Where the embedded database is. */
export function embeddedFolder({ dataFolder }: Pick<Config, "dataFolder">): string {
  return join(dataFolder, "postgres");
}

async function serverOf(config: StorageOptions["config"], share: boolean): Promise<EmbeddedServer> {
  const folder = embeddedFolder(config);
  const url = config.databaseUrl ?? (share ? await publishedAddress(folder) : undefined);
  if (url !== undefined) return { url, close: async () => {} };
  // Not loaded by those who have a server of their own.
  const { startEmbeddedServer } = await import("./embedded/embedded-server.ts");
  return startEmbeddedServer({ folder });
}
