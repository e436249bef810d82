import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { Database, Transaction } from "../database.ts";
import { codeOf } from "../postgres-database.ts";
import { type ChangeRequest, changeRecord, changeRecords, writtenOrThrow } from "./change-record.ts";
import { participantKind, type RecordKind, vacancyKind } from "./record-kind.ts";
import type { Versioned } from "./write-plan.ts";
import type { WrittenRecord } from "./write-result.ts";

/** Stores records one by one, as they are asked for. */
export interface RecordWriter<Body extends object> {
  /** @throws what refuses the change: see `changeRecord`. */
  change(request: ChangeRequest<Body>): Promise<WrittenRecord>;
}

export interface RecordWriters {
  readonly participants: RecordWriter<Participant>;
  readonly vacancies: RecordWriter<Vacancy>;
}

/** The writers of a process. */
export function groupingWriters(database: Database): RecordWriters {
  return {
    participants: new GroupingWriter(database, participantKind),
    vacancies: new GroupingWriter(database, vacancyKind),
  };
}

/** Writers whose changes are part of a larger transaction. */
export function writersWithin(transaction: Transaction): RecordWriters {
  return {
    participants: { change: (request) => changeRecord(transaction, participantKind, request) },
    vacancies: { change: (request) => changeRecord(transaction, vacancyKind, request) },
  };
}

/** The most changes that are written at once. */
const writtenAtOnce = 50;

interface Waiting<Body extends object> {
  readonly request: ChangeRequest<Body>;
  readonly resolve: (written: WrittenRecord) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Writes changes that come while others are being written together: writers wait for each other anyway, and so they share
 * one lock, one reading and one commit.
 */
export class GroupingWriter<Body extends Versioned> implements RecordWriter<Body> {
  readonly #database: Database;
  readonly #kind: RecordKind<Body>;
  #waiting: Waiting<Body>[] = [];
  #isWriting = false;

  constructor(database: Database, kind: RecordKind<Body>) {
    this.#database = database;
    this.#kind = kind;
  }

  change(request: ChangeRequest<Body>): Promise<WrittenRecord> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, writtenAtOnce));
    this.#isWriting = false;
  }

  async #write(group: readonly Waiting<Body>[]): Promise<void> {
    try {
      const requests = group.map(({ request }) => request);
      const outcomes = await this.#database.transaction((transaction) =>
        changeRecords(transaction, this.#kind, requests),
      );
      for (const [index, each] of group.entries()) settle(each, () => writtenOrThrow(outcomes[index]));
    } catch (error) {
      // What the database refuses for its content shall not take others with it; nothing was written then.
      if (group.length > 1 && isRefusedContent(error)) for (const each of group) await this.#write([each]);
      else for (const { reject } of group) reject(error);
    }
  }
}

function settle<Body extends object>({ resolve, reject }: Waiting<Body>, result: () => WrittenRecord): void {
  try {
    resolve(result());
  } catch (error) {
    reject(error);
  }
}

/** SQLSTATE classes of wrong data, broken constraints and exceeded limits. */
function isRefusedContent(error: unknown): boolean {
  return /^(22|23|54)/.test(String(codeOf(error)));
}
