import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { lockFolder } from "./folder-lock.ts";
import { withWholeQueries } from "./whole-queries.ts";

/** A PostgreSQL server inside of this process. */
export interface EmbeddedServer {
  /** Address for clients of this machine. */
  readonly url: string;
  close(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Folder for the files. It belongs to one process at a time. */
  readonly folder: string;
}

/** All connections share one session and take turns, so this costs nothing but the sockets. */
const mostConnections = 200;
/** The one session's: the queue's tables are found without their schema's name, as on a connection of their own. */
const searchPath = "public, bullmq";

/**
 * Starts a database on files of its own, reachable on a free port of the loopback address. A commit survives the death of
 * the process; it may not survive a power failure within the next half minute, since PGlite leaves writing to the
 * system. Real data belongs on a PostgreSQL server.
 *
 * @throws JobbmatchError `conflict` when another process has the folder.
 */
export async function startEmbeddedServer({ folder }: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const lock = await lockFolder(folder);
  try {
    const database = await PGlite.create(join(folder, "database"));
    await database.exec(`SET search_path TO ${searchPath}`);
    const server = new PGLiteSocketServer({
      db: withWholeQueries(database),
      host: "127.0.0.1",
      port: 0,
      maxConnections: mostConnections,
    });
    await server.start();
    return {
      url: `postgresql://postgres@${server.getServerConn()}/postgres`,
      close: async () => {
        await server.stop();
        await database.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
