import { type Engine, EngineUnavailable } from "../engine.ts";
import { dimensions, k } from "../fixture.ts";

interface Statement {
  run(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  loadExtension(file: string): void;
  close(): void;
}

type DatabaseModule = {
  readonly DatabaseSync: new (file: string, options: { allowExtension: boolean }) => Database;
};

/** sqlite-vec through Node's own SQLite, with the filter as a metadata column of the virtual table. */
export async function sqliteVec(): Promise<Engine> {
  const database = await openDatabase();
  const { getLoadablePath } = await import("sqlite-vec");
  database.loadExtension(getLoadablePath());
  database.exec(
    `CREATE VIRTUAL TABLE vectors USING vec0(embedding float[${dimensions}] distance_metric=cosine, rank float)`,
  );
  const search = database.prepare(
    "SELECT rowid FROM vectors WHERE embedding MATCH ? AND k = ? AND rank < ? ORDER BY distance",
  );
  return {
    name: "sqlite-vec, metadata column",
    note: "exact, float32, in memory",
    build(fixture) {
      const insert = database.prepare("INSERT INTO vectors(rowid, embedding, rank) VALUES (?, ?, ?)");
      database.exec("BEGIN");
      for (const [row, vector] of fixture.vectors.entries()) {
        insert.run(BigInt(row), bytesOf(vector), fixture.ranks[row] ?? 1);
      }
      database.exec("COMMIT");
    },
    search(query, share) {
      return search
        .all(bytesOf(query), BigInt(k), share)
        .map((row) => Number((row as { rowid: number }).rowid));
    },
    close: () => database.close(),
  };
}

async function openDatabase(): Promise<Database> {
  const name = "node:sqlite";
  try {
    const { DatabaseSync } = (await import(name)) as DatabaseModule;
    return new DatabaseSync(":memory:", { allowExtension: true });
  } catch {
    throw new EngineUnavailable(
      `needs node:sqlite with extensions (Node 22.13 or later; this is ${process.version})`,
    );
  }
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
