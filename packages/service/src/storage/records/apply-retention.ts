import type { Database, Transaction } from "../database.ts";
import { appendAudit } from "../queries/append-audit.ts";
import { countDecisions } from "../queries/count-decisions.ts";
import { deleteOld } from "../queries/delete-old.ts";
import { listUnchangedParticipants } from "../queries/list-unchanged-participants.ts";
import { lockChangeLog } from "../queries/lock-change-log.ts";
import { eraseParticipant } from "./erase-participant.ts";

/** What was removed because of its age. */
export interface RetentionReport {
  readonly participants: number;
  readonly decisions: number;
  readonly history: number;
  readonly events: number;
  readonly batchRuns: number;
  readonly answers: number;
}

export interface RetentionOptions {
  /** Months that something is kept; 0: for ever, except for answers to requests, which are kept for a day. */
  readonly months: number;
  /** @default now */
  readonly now?: Date;
}

/** Participants that are erased in one transaction, during which nobody else can write. */
const batchSize = 20;
const answerDays = 1;
/** Who erased, in the audit log. */
const actor = "retention";

/**
 * Removes what is too old: participants who have not changed, decisions, history, events and reports. Decisions stay
 * as counts; the audit log stays. Doing it again changes nothing.
 */
export async function applyRetention(
  database: Database,
  { months, now = new Date() }: RetentionOptions,
): Promise<RetentionReport> {
  const answersBefore = new Date(now);
  answersBefore.setUTCDate(answersBefore.getUTCDate() - answerDays);
  const answers = await deleteOld(database, "idempotency_keys", answersBefore.toISOString());
  if (months === 0) return { participants: 0, decisions: 0, history: 0, events: 0, batchRuns: 0, answers };
  const before = monthsBefore(now, months).toISOString();
  const participants = await eraseUnchanged(database, before);
  return database.transaction(async (transaction) => {
    await countDecisions(transaction, { before });
    return {
      participants,
      decisions: await deleteOld(transaction, "decisions", before),
      history: await deleteOld(transaction, "shortlist_history", before),
      events: await deleteOld(transaction, "events", before),
      batchRuns: await deleteOld(transaction, "batch_runs", before),
      answers,
    };
  });
}

/** The last day of a shorter month stands for the days that it does not have. */
function monthsBefore(now: Date, months: number): Date {
  const before = new Date(now);
  before.setUTCDate(1);
  before.setUTCMonth(before.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate();
  before.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return before;
}

async function eraseUnchanged(database: Database, before: string): Promise<number> {
  for (let erased = 0; ; ) {
    const inBatch = await database.transaction((transaction) => eraseBatch(transaction, before));
    erased += inBatch;
    if (inBatch < batchSize) return erased;
  }
}

/** With the log locked, nobody who is being changed right now is taken for unchanged. */
async function eraseBatch(transaction: Transaction, before: string): Promise<number> {
  await lockChangeLog(transaction);
  const unchanged = await listUnchangedParticipants(transaction, { before, limit: batchSize });
  await appendAudit(
    transaction,
    unchanged.map(({ id, unit }) => ({
      keyId: actor,
      action: "participant.erased",
      entity: "participant",
      entityId: id,
      unit,
      reason: null,
    })),
  );
  for (const { id } of unchanged) await eraseParticipant(transaction, { id, units: null });
  return unchanged.length;
}
