import type { Problem } from "@jobbmatch/shared";
import { asProblems } from "../problems/as-problems.ts";
import { type LineResult, rejected } from "./line-result.ts";

/** A line of the body: a record to be written, or what is wrong with it. */
export type ReadLine<Item> =
  | { readonly kind: "item"; readonly line: number; readonly id: string; readonly item: Item }
  | { readonly kind: "problem"; readonly line: number; readonly problems: readonly Problem[] };

export interface ItemLine<Item> {
  readonly line: number;
  readonly id: string;
  readonly item: Item;
}

/** Lines that are written together. */
const batchSize = 100;

/**
 * Writes records in the order of the body and tells of each line what became of it, as JSON Lines. Reads no further
 * than its results are taken. A line that cannot be written, whatever the reason, never stops those after it.
 *
 * @param write writes a batch; gives one result for each item, in their order.
 */
export async function* bulkResults<Item>(
  lines: AsyncIterable<ReadLine<Item>>,
  write: (items: readonly ItemLine<Item>[]) => Promise<readonly LineResult[]>,
): AsyncGenerator<string> {
  let batch: ReadLine<Item>[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < batchSize) continue;
    yield* await resultsOf(batch, write);
    batch = [];
  }
  yield* await resultsOf(batch, write);
}

async function resultsOf<Item>(
  batch: readonly ReadLine<Item>[],
  write: (items: readonly ItemLine<Item>[]) => Promise<readonly LineResult[]>,
): Promise<string[]> {
  const items = batch.flatMap((line) => (line.kind === "item" ? [line] : []));
  const written = (await attempt(items, write)).values();
  return batch.map((line) => {
    const result =
      line.kind === "item" ? written.next().value : rejected(line.line, idOf(line.problems), line.problems);
    return `${JSON.stringify(result)}\n`;
  });
}

/** A batch that fails as a whole, say because the database is gone for a moment, is rejected line by line. */
async function attempt<Item>(
  items: readonly ItemLine<Item>[],
  write: (items: readonly ItemLine<Item>[]) => Promise<readonly LineResult[]>,
): Promise<readonly LineResult[]> {
  if (items.length === 0) return [];
  try {
    return await write(items);
  } catch (error) {
    return items.map(({ line, id }) => rejected(line, id, asProblems(error)));
  }
}

function idOf(problems: readonly Problem[]): string | undefined {
  return problems.find(({ id }) => id !== undefined)?.id;
}
