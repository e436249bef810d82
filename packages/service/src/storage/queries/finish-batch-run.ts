import type { Transaction } from "../database.ts";

/**
 * Notes the end of a run, once.
 *
 * @returns whether it was running.
 */
export async function finishBatchRun(
  transaction: Transaction,
  {
    id,
    state,
    report,
  }: { readonly id: string; readonly state: "finished" | "failed"; readonly report?: object },
): Promise<boolean> {
  const { rows } = await transaction.query<{ id: string }>(
    `UPDATE batch_runs SET state = $2, report = $3, finished_at = now()
     WHERE id = $1 AND state = 'running' RETURNING id`,
    [id, state, report === undefined ? null : JSON.stringify(report)],
  );
  return rows.length > 0;
}
