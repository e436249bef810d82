import { create, insertMultiple, searchVector } from "@orama/orama";
import type { Engine } from "../engine.ts";
import { dimensions, k } from "../fixture.ts";

/** Orama's vector search with a `where` on a number. */
export function orama(): Engine {
  const database = create({ schema: { rank: "number", embedding: `vector[${dimensions}]` } as const });
  return {
    name: "Orama, where",
    note: "exact, float32",
    sizeLimit: 10_000,
    async build(fixture) {
      const documents = fixture.vectors.map((vector, row) => ({
        id: String(row),
        rank: fixture.ranks[row] ?? 1,
        embedding: Array.from(vector),
      }));
      await insertMultiple(database, documents, 1_000);
    },
    async search(query, share) {
      const { hits } = await searchVector(database, {
        mode: "vector",
        vector: { value: Array.from(query), property: "embedding" },
        similarity: -1,
        limit: k,
        includeVectors: false,
        ...(share === 1 ? {} : { where: { rank: { lt: share } } }),
      });
      return hits.map(({ id }) => Number(id));
    },
    close: () => undefined,
  };
}
