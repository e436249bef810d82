import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { lockFolder } from "./folder-lock.ts";
import { withWholeQueries } from "./whole-queries.ts";

/** A PostgreSQL server inside of this process. */
export interface EmbeddedServer {
  /** Address for clients of this machine and user. */
  readonly url: string;
  close(): Promise<void>;
}

export interface EmbeddedServerOptions {
  /** Folder for the files. It belongs to one process at a time. */
  readonly folder: string;
}

/** All connections share one session and take turns, so this costs nothing but the sockets. */
const mostConnections = 200;
/** As PostgreSQL's clients look for it in a folder. */
const socketName = ".s.PGSQL.5432";
/** Bytes that the systems' addresses have room for, the shortest one's. */
const longestSocketPath = 100;
/** The one session's: the queue's tables are found without their schema's name, as on a connection of their own. */
const searchPath = "public, bullmq";

/**
 * Starts a database on files of its own, reachable through a socket in a folder that only this user may enter (Windows:
 * a port of the loopback address); other programs find it with `publishedAddress`. A commit survives the death of
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
    const socket = await openSocket(withWholeQueries(database), folder);
    await lock.publish(socket.url);
    return {
      url: socket.url,
      close: async () => {
        await socket.close();
        await database.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openSocket(db: PGlite, folder: string): Promise<EmbeddedServer> {
  const place = process.platform === "win32" ? undefined : await socketFolder(folder);
  const address = place === undefined ? { host: "127.0.0.1", port: 0 } : { path: join(place, socketName) };
  const server = new PGLiteSocketServer({ db, maxConnections: mostConnections, ...address });
  await server.start();
  const url =
    place === undefined
      ? `postgresql://postgres@${server.getServerConn()}/postgres`
      : `postgresql://postgres@localhost/postgres?${new URLSearchParams({ host: place })}`;
  const close = async () => {
    await server.stop();
    if (place !== undefined) await rm(place, { recursive: true, force: true });
  };
  return { url, close };
}

/** In the data folder, so that a killed process leaves nothing elsewhere; paths of sockets must be short, though. */
async function socketFolder(folder: string): Promise<string> {
  const inside = join(folder, "socket");
  if (join(inside, socketName).length > longestSocketPath) return mkdtemp(join(tmpdir(), "jobbmatch-"));
  await rm(inside, { recursive: true, force: true });
  await mkdir(inside, { mode: 0o700 });
  return inside;
}
