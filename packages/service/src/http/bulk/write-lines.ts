import { JobbmatchError } from "@jobbmatch/shared";
import type { Database, Transaction } from "../../storage/database.ts";
import { removeVacancy } from "../../storage/records/remove-vacancy.ts";
import type { WriteResult } from "../../storage/records/write-result.ts";
import type { Asker } from "../asker.ts";
import { asProblems } from "../problems/as-problems.ts";
import { beyondUnits, type Identified, type RecordResource } from "../stored-records.ts";
import type { ItemLine } from "./bulk-results.ts";
import { type LineResult, rejected } from "./line-result.ts";
import type { RecordLine } from "./read-lines.ts";

/** Writes a batch of lines in one transaction; one result for each line, in their order. */
export function writeLines<Body extends Identified>(
  database: Database,
  resource: RecordResource<Body>,
  asker: Asker,
) {
  return (lines: readonly ItemLine<RecordLine<Body>>[]): Promise<readonly LineResult[]> =>
    database.transaction(async (transaction) => {
      const results: LineResult[] = [];
      for (const run of runsOfOneKind(lines)) {
        results.push(...(await writeRun(transaction, run, { resource, asker })));
      }
      return results;
    });
}

/** Lines that follow each other and ask for the same: what is put is put together, what is removed one by one. */
function runsOfOneKind<Item extends { readonly kind: string }>(lines: readonly ItemLine<Item>[]) {
  const runs: ItemLine<Item>[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.item.kind === line.item.kind && line.item.kind === "put") run.push(line);
    else runs.push([line]);
  }
  return runs;
}

interface Writing<Body extends Identified> {
  readonly resource: RecordResource<Body>;
  readonly asker: Asker;
}

async function writeRun<Body extends Identified>(
  transaction: Transaction,
  lines: readonly ItemLine<RecordLine<Body>>[],
  { resource, asker }: Writing<Body>,
): Promise<LineResult[]> {
  const [first] = lines;
  if (first?.item.kind === "remove") return [await removeLine(transaction, first, asker)];
  const refusals = lines.map(({ item }) =>
    item.kind === "put" ? beyondUnits(resource, item.record, asker.units) : undefined,
  );
  const records = lines.flatMap(({ item }, index) =>
    item.kind === "put" && refusals[index] === undefined ? [item.record] : [],
  );
  const written = (await resource.put(transaction, { records, units: asker.units })).values();
  return lines.map((line, index) => {
    const refusal = refusals[index];
    if (refusal !== undefined) return rejected(line.line, line.id, [refusal]);
    const { value } = written.next();
    return resultOf(line, value);
  });
}

async function removeLine(
  transaction: Transaction,
  { line, id }: ItemLine<unknown>,
  { units }: Asker,
): Promise<LineResult> {
  try {
    const { version, position } = await removeVacancy(transaction, { id, units });
    return { line, outcome: "removed", id, version, position };
  } catch (error) {
    if (error instanceof JobbmatchError) return rejected(line, id, asProblems(error));
    throw error;
  }
}

function resultOf<Body>(
  { line, id, item }: ItemLine<RecordLine<Body>>,
  result: WriteResult | undefined,
): LineResult {
  if (result?.kind !== "written")
    return rejected(line, id, [result?.problem ?? { code: "internalError", message: "nothing was written" }]);
  const { version, position, outcome } = result;
  const { masked = [], recognised } = item.kind === "put" ? item : {};
  return {
    line,
    outcome: outcome === "unchanged" ? "unchanged" : "stored",
    id,
    version,
    position,
    ...(masked.length === 0 ? {} : { masked: [...masked] }),
    ...(recognised === undefined ? {} : { recognised }),
  };
}
