import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { JobbmatchError } from "@jobbmatch/shared";
import type { Database, Queryable, Transaction } from "../database.ts";

/** The files lie beside the sources, which are published with the compiled form. */
const folder = new URL("../../../src/storage/migrations/", import.meta.url);
/** Any number that nobody else uses for `pg_advisory_xact_lock` in the same database. */
const lockId = 5_162_016;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Brings the schema up to date: runs each numbered file that has not been run, in one transaction. Several processes
 * may start at once; one migrates and the others wait.
 *
 * @throws JobbmatchError `conflict` when a migration that was run differs from the file, or the database is of a newer
 * version than this program.
 */
export async function migrate(database: Database): Promise<void> {
  const migrations = await readMigrations();
  await database.transaction(async (transaction) => {
    await transaction.query("SELECT pg_advisory_xact_lock($1)", [lockId]);
    await transaction.query(
      `CREATE TABLE IF NOT EXISTS schema_migrations (
         name text PRIMARY KEY, checksum text NOT NULL, at timestamptz NOT NULL DEFAULT now()
       )`,
    );
    const applied = await readApplied(transaction);
    refuseUnknown(applied, migrations);
    for (const migration of migrations) await applyOnce(transaction, migration, applied);
  });
}

/** Whether every migration of this program has been run, and no other. */
export async function isMigrated(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ found: boolean }>(
    "SELECT to_regclass('schema_migrations') IS NOT NULL AS found",
  );
  if (rows[0]?.found !== true) return false;
  const applied = await readApplied(database);
  const migrations = await readMigrations();
  return (
    applied.size === migrations.length &&
    migrations.every(({ name, checksum }) => applied.get(name) === checksum)
  );
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function readApplied(client: Queryable): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "SELECT name, checksum FROM schema_migrations",
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function refuseUnknown(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].find((name) => !known.has(name));
  if (unknown === undefined) return;
  const message = `the database was made by a newer version of Jobbmatch (${unknown}): update the program`;
  throw new JobbmatchError({ code: "conflict", message });
}

async function applyOnce(
  transaction: Transaction,
  { name, sql, checksum }: Migration,
  applied: ReadonlyMap<string, string>,
): Promise<void> {
  const found = applied.get(name);
  if (found === checksum) return;
  if (found !== undefined)
    throw new JobbmatchError({
      code: "conflict",
      message: `migration ${name} differs from the one that was run`,
    });
  await transaction.query(sql);
  await transaction.query("INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)", [name, checksum]);
}
