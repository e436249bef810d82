import type { Problem } from "@jobbmatch/shared";
import type { Transaction } from "../database.ts";
import { appendChanges } from "../queries/append-changes.ts";
import { appendEvents } from "../queries/append-events.ts";
import { lockChangeLog } from "../queries/lock-change-log.ts";
import { isVacancyVisible, type VisibleUnits } from "../visible.ts";
import { decideWrite, type StoredHead } from "./decide-write.ts";
import { type RecordKind, recordEvents } from "./record-kind.ts";
import type { WriteResult } from "./write-result.ts";

export type Versioned = { readonly id: string; readonly version: number };

interface Accepted<Body> {
  readonly body: Body;
  readonly position: number;
  /** Units that could see the record before and cannot any more. */
  readonly formerUnits: readonly string[];
}

/** Decides record by record, as if each had been stored before the next was looked at; then stores all at once. */
export class WritePlan<Body extends Versioned> {
  readonly #kind: RecordKind<Body>;
  readonly #stored: Map<string, StoredHead<Body>>;
  readonly #accepted: Accepted<Body>[] = [];
  readonly #head: number;

  private constructor(kind: RecordKind<Body>, stored: ReadonlyMap<string, StoredHead<Body>>, head: number) {
    this.#kind = kind;
    this.#stored = new Map(stored);
    this.#head = head;
  }

  /** Reads what is stored under some ids. Nobody else can write until the transaction ends. */
  static async begin<Body extends Versioned>(
    transaction: Transaction,
    kind: RecordKind<Body>,
    ids: readonly string[],
  ): Promise<WritePlan<Body>> {
    // Each statement sees what was there when it began, so the second one sees what others wrote before the lock was free.
    const [head, stored] = await Promise.all([lockChangeLog(transaction), kind.readHeads(transaction, ids)]);
    return new WritePlan(kind, stored, head);
  }

  /** What is stored under an id, with what was added before; `undefined` if nothing may be seen. */
  visible(id: string, units: VisibleUnits): StoredHead<Body> | undefined {
    const stored = this.#stored.get(id);
    return isVacancyVisible(stored?.units ?? null, units) ? stored : undefined;
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
    await Promise.all([
      this.#kind.upsert(transaction, [
        ...new Map(this.#accepted.map((each) => [each.body.id, each])).values(),
      ]),
      appendChanges(
        transaction,
        this.#accepted.map(({ body }) => ({
          entity,
          id: body.id,
          unit: entity === "participant" ? (this.#kind.unitsOf(body)?.[0] ?? null) : null,
          version: body.version,
          kind: "put",
        })),
      ),
      appendEvents(
        transaction,
        this.#accepted.flatMap((each) => this.#eventsOf(each)),
      ),
    ]);
  }

  #accept(body: Body, stored: StoredHead<Body> | undefined): number {
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
