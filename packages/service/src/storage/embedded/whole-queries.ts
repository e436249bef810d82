import type { PGlite } from "@electric-sql/pglite";

/** Messages of the extended query protocol that are followed by others until a Sync: Parse, Bind, Describe, Execute, Close, Flush. */
const unfinished: readonly number[] = [..."PBDECH"].map((letter) => letter.charCodeAt(0));

/**
 * The database as the socket server must see it. The server (pglite-socket 0.2.17) takes turns between connections
 * message by message, although all share one session; a Bind can so meet the Parse of another connection and be
 * answered with its row: with ten connections 486 of 1,000 answers were wrong. It does stay with a connection that
 * is in a transaction, so an unfinished query counts as one.
 */
export function withWholeQueries(database: PGlite): PGlite {
  let isUnfinished = false;
  const replaced: Pick<PGlite, "isInTransaction" | "exec" | "execProtocolRawStream"> = {
    isInTransaction: () => isUnfinished || database.isInTransaction(),
    // The server's ROLLBACK after a connection broke.
    exec: (...args) => {
      isUnfinished = false;
      return database.exec(...args);
    },
    execProtocolRawStream: (message, options) => {
      isUnfinished = unfinished.includes(message[0] ?? 0);
      return database.execProtocolRawStream(message, options);
    },
  };
  return new Proxy(database, {
    get(target, name) {
      const value: unknown =
        name in replaced ? Reflect.get(replaced, name) : Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
