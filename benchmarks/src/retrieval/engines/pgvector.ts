import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import type { Engine } from "../engine.ts";
import { dimensions, k } from "../fixture.ts";

const rowsPerInsert = 250;

/** pgvector in PGlite: a graph index, an index on the filter's column, and iterative scans for filtered queries. */
export async function pgvector(): Promise<Engine> {
  const database = await PGlite.create({ extensions: { vector } });
  await database.exec(`
    CREATE EXTENSION vector;
    CREATE TABLE vectors (id integer PRIMARY KEY, rank real NOT NULL, embedding vector(${dimensions}) NOT NULL);
  `);
  return {
    name: "PGlite with pgvector, iterative scan",
    note: "m 16, ef_construction 64, ef_search 192, hnsw.iterative_scan = strict_order, B-tree on the filter",
    sizeLimit: 10_000,
    async build(fixture) {
      for (let first = 0; first < fixture.size; first += rowsPerInsert) {
        const rows = fixture.vectors
          .slice(first, first + rowsPerInsert)
          .map((each, index) => `(${first + index}, ${fixture.ranks[first + index]}, '[${each.join(",")}]')`);
        await database.exec(`INSERT INTO vectors VALUES ${rows.join(",")}`);
      }
      await database.exec(`
        CREATE INDEX ON vectors USING hnsw (embedding vector_ip_ops) WITH (m = 16, ef_construction = 64);
        CREATE INDEX ON vectors (rank);
        ANALYZE vectors;
        SET hnsw.ef_search = 192;
        SET hnsw.iterative_scan = strict_order;
      `);
    },
    async search(query, share) {
      const { rows } = await database.query<{ id: number }>(
        `SELECT id FROM vectors WHERE rank < $1 ORDER BY embedding <#> $2 LIMIT ${k}`,
        [share, `[${query.join(",")}]`],
      );
      return rows.map(({ id }) => id);
    },
    close: () => database.close(),
  };
}
