import pg from "pg";
import type { Database, Queryable, Transaction } from "./database.ts";
import { StatementNames } from "./statement-names.ts";

/** How to reach a PostgreSQL server, real or embedded. */
export interface DatabaseConnection {
  /** `postgresql://…` */
  readonly url: string;
  /** Connections at most. */
  readonly connections: number;
  /**
   * Whether each connection keeps what it has prepared: reading and planning a small statement costs the server several
   * times what carrying it out does. Such a connection also takes the statements of a transaction before it has answered
   * those ahead of them. Not for the embedded database, whose connections are one to it. @default false
   */
  readonly keepsPrepared?: boolean;
  /** Called when an idle connection breaks; the next statement opens another one. */
  readonly onError?: (error: Error) => void;
}

/** Given up by the server in favour of another transaction: deadlock, or no serial order. */
const retriedCodes: readonly unknown[] = ["40P01", "40001"];
const mostAttempts = 5;
/** Milliseconds to wait for a free connection or a server that starts. */
const connectionTimeout = 10_000;

/** Opens a pool of connections. Connects at the first statement. */
export function openPostgres(connection: DatabaseConnection): Database {
  const pool = createPool(connection);
  const names = connection.keepsPrepared === true ? new StatementNames() : undefined;
  const open = (client: pg.PoolClient): Transaction => {
    const { query } = queryableBy(client, names);
    return { kind: "transaction", query: names === undefined ? inTurn(query) : query };
  };
  return {
    kind: "database",
    ...queryableBy(pool, names),
    transaction: (run) => runRepeatedly(pool, (client) => run(open(client))),
    close: () => pool.end(),
  };
}

/** A pool of the `pg` library with our types of values. */
export function createPool({
  url,
  connections,
  keepsPrepared = false,
  onError = () => {},
}: DatabaseConnection): pg.Pool {
  const pool = new pg.Pool({
    pipeline: keepsPrepared,
    connectionString: url,
    max: connections,
    types: { getTypeParser },
    connectionTimeoutMillis: connectionTimeout,
    keepAlive: true,
  });
  pool.on("error", onError);
  // A connection that breaks while it is lent out tells so itself; without a listener that would end the process.
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}

type Run<Value> = (client: pg.PoolClient) => Promise<Value>;

async function runRepeatedly<Value>(pool: pg.Pool, run: Run<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, run);
    } catch (error) {
      if (attempt === mostAttempts || !retriedCodes.includes(codeOf(error))) throw error;
    }
  }
}

async function runOnce<Value>(pool: pg.Pool, run: Run<Value>): Promise<Value> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("BEGIN");
    const value = await run(client);
    await client.query("COMMIT");
    return value;
  } catch (error) {
    broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Sends each statement when the one before it has been answered. */
function inTurn(query: Queryable["query"]): Queryable["query"] {
  let last: Promise<unknown> = Promise.resolve();
  return <Row extends object>(...statement: Parameters<typeof query>) => {
    const result = last.then(() => query<Row>(...statement));
    last = result.catch(() => {});
    return result;
  };
}

/** A statement without values may be several, which cannot be prepared. */
function queryableBy(client: pg.Pool | pg.PoolClient, names: StatementNames | undefined): Queryable {
  return {
    query: (text, values = []) => {
      const name = values.length === 0 ? undefined : names?.of(text);
      return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
    },
  };
}

/** The SQLSTATE of an error of the database, such as `23505`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

const { INT8, DATE, TIMESTAMPTZ } = pg.types.builtins;

/** Positions and ids stay far below 2^53. */
function getTypeParser(oid: number, format?: "text" | "binary"): (value: string) => unknown {
  if (format === "binary") return pg.types.getTypeParser(oid, "text");
  if (oid === INT8) return Number;
  if (oid === DATE) return (value) => value;
  if (oid === TIMESTAMPTZ) return isoTime;
  return pg.types.getTypeParser(oid, "text");
}

const parseTime = pg.types.getTypeParser(TIMESTAMPTZ, "text");

function isoTime(value: string): string {
  const time: unknown = parseTime(value);
  return time instanceof Date ? time.toISOString() : value;
}
