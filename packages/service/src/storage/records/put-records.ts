import { JobbmatchError, type Participant, type Problem, type Vacancy } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";
import { appendChanges } from "../queries/append-changes.ts";
import { appendEvents } from "../queries/append-events.ts";
import { lockChangeLog } from "../queries/lock-change-log.ts";
import { isVacancyVisible, type VisibleUnits } from "../visible.ts";
import { decideWrite, type StoredHead } from "./decide-write.ts";
import { participantKind, type RecordKind, recordEvents, vacancyKind } from "./record-kind.ts";
import type { WriteResult, WrittenRecord } from "./write-result.ts";

type Versioned = { readonly id: string; readonly version: number };

export interface PutRequest<Body> {
  /** Masked and validated. */
  readonly records: readonly Body[];
  /** Records of other units are answered like ids that may not be used. */
  readonly units: VisibleUnits;
}

/**
 * Stores participants, each with its rows in the change log and the events, in the transaction's one commit. A record
 * that is refused (`staleVersion`, `versionConflict`, `unknownParticipant` beyond the border) does not stop the others.
 *
 * @returns one result for each record, in their order.
 */
export function putParticipants(
  transaction: Transaction,
  request: PutRequest<Participant>,
): Promise<readonly WriteResult[]> {
  return putRecords(transaction, participantKind, request);
}

/** As `putParticipants`, for vacancies. */
export function putVacancies(
  transaction: Transaction,
  request: PutRequest<Vacancy>,
): Promise<readonly WriteResult[]> {
  return putRecords(transaction, vacancyKind, request);
}

/** The record that a result tells of, or its problem as an error. */
export function writtenOrThrow(result: WriteResult | undefined): WrittenRecord {
  if (result?.kind === "written") return result;
  throw new JobbmatchError(result?.problem ?? { code: "internalError", message: "nothing was written" });
}

async function putRecords<Body extends Versioned>(
  transaction: Transaction,
  kind: RecordKind<Body>,
  { records, units }: PutRequest<Body>,
): Promise<readonly WriteResult[]> {
  const head = await lockChangeLog(transaction);
  const stored = await kind.readHeads(
    transaction,
    records.map(({ id }) => id),
  );
  const plan = new WritePlan(kind, stored, head);
  const results = records.map((record) => plan.add(record, units));
  await plan.carryOut(transaction);
  return results;
}

interface Accepted<Body> {
  readonly body: Body;
  readonly position: number;
  /** Units that could see the record before and cannot any more. */
  readonly formerUnits: readonly string[];
}

/** Decides record by record, as if each had been stored before the next was looked at; then stores all at once. */
class WritePlan<Body extends Versioned> {
  readonly #kind: RecordKind<Body>;
  readonly #stored: Map<string, StoredHead>;
  readonly #accepted: Accepted<Body>[] = [];
  readonly #head: number;

  constructor(kind: RecordKind<Body>, stored: ReadonlyMap<string, StoredHead>, head: number) {
    this.#kind = kind;
    this.#stored = new Map(stored);
    this.#head = head;
  }

  add(body: Body, units: VisibleUnits): WriteResult {
    const { id, version } = body;
    const stored = this.#stored.get(id);
    if (!isVacancyVisible(stored?.units ?? null, units)) return refused(id, this.#unknown(id));
    const decision = decideWrite(body, stored);
    switch (decision.kind) {
      case "refuse":
        return refused(id, decision.problem);
      case "unchanged":
        return { kind: "written", outcome: "unchanged", id, version, position: decision.position };
      case "create":
        return { kind: "written", outcome: "created", id, version, position: this.#accept(body, stored) };
      case "update":
        return { kind: "written", outcome: "updated", id, version, position: this.#accept(body, stored) };
    }
  }

  async carryOut(transaction: Transaction): Promise<void> {
    if (this.#accepted.length === 0) return;
    const { entity } = this.#kind;
    await this.#kind.upsert(transaction, [
      ...new Map(this.#accepted.map((each) => [each.body.id, each])).values(),
    ]);
    await appendChanges(
      transaction,
      this.#accepted.map(({ body }) => ({
        entity,
        id: body.id,
        unit: entity === "participant" ? (this.#kind.unitsOf(body)?.[0] ?? null) : null,
        version: body.version,
        kind: "put",
      })),
    );
    await appendEvents(
      transaction,
      this.#accepted.flatMap((each) => this.#eventsOf(each)),
    );
  }

  #accept(body: Body, stored: StoredHead | undefined): number {
    const position = this.#head + this.#accepted.length + 1;
    const units = this.#kind.unitsOf(body);
    const formerUnits = units === null ? [] : (stored?.units ?? []).filter((unit) => !units.includes(unit));
    this.#accepted.push({ body, position, formerUnits });
    this.#stored.set(body.id, { version: body.version, position, body, units });
    return position;
  }

  #eventsOf({ body, position, formerUnits }: Accepted<Body>) {
    const { id, version } = body;
    const { entity } = this.#kind;
    return [
      ...recordEvents("removed", entity, { id, version, position, units: formerUnits }),
      ...recordEvents("changed", entity, { id, version, position, units: this.#kind.unitsOf(body) }),
    ];
  }

  #unknown(id: string): Problem {
    return { code: this.#kind.unknownCode, id, message: `there is no such ${this.#kind.entity}` };
  }
}

function refused(id: string, problem: Problem): WriteResult {
  return { kind: "refused", id, problem };
}
