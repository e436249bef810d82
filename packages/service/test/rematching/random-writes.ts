import { type Participant, parseParticipant, parseVacancy, type Vacancy } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import type { Database } from "../../src/storage/database.ts";
import { eraseParticipant } from "../../src/storage/records/erase-participant.ts";
import { putParticipants, putVacancies } from "../../src/storage/records/put-records.ts";
import { removeVacancy } from "../../src/storage/records/remove-vacancy.ts";

/** A stream of writes that is the same for the same seed: people and vacancies come, change, move, close and go. */
export class RandomWrites {
  readonly #database: Database;
  readonly #participants = new Map<string, Participant>();
  readonly #vacancies = new Map<string, Vacancy>();
  readonly #source: { readonly participants: readonly Participant[]; readonly vacancies: readonly Vacancy[] };
  #state: number;

  constructor(
    database: Database,
    { seed, people = 40, places = 8 }: { seed: number; people?: number; places?: number },
  ) {
    this.#database = database;
    this.#state = seed * 7919 + 1;
    this.#source = {
      participants: [...generateParticipants({ seed, count: people * 3 })].map((each) =>
        valid(parseParticipant(each)),
      ),
      vacancies: [...generateVacancies({ seed, count: places * 3 })].map((each) => valid(parseVacancy(each))),
    };
    for (const participant of this.#source.participants.slice(0, people))
      this.#participants.set(participant.id, participant);
    for (const vacancy of this.#source.vacancies.slice(0, places)) this.#vacancies.set(vacancy.id, vacancy);
  }

  /** Everybody and everything that the writes begin with. */
  async begin(): Promise<void> {
    await this.#database.transaction(async (transaction) => {
      await putParticipants(transaction, { records: [...this.#participants.values()], units: null });
      await putVacancies(transaction, { records: [...this.#vacancies.values()], units: null });
    });
  }

  /** One write; resolves when it is acknowledged. */
  async next(): Promise<void> {
    const dice = this.#random();
    if (dice < 0.7) return this.#changeParticipant();
    if (dice < 0.85) return this.#changeVacancy();
    if (dice < 0.93) return this.#eraseParticipant();
    return this.#removeVacancy();
  }

  async many(count: number): Promise<void> {
    for (let index = 0; index < count; index++) await this.next();
  }

  /** The profile of somebody else under the same id, which also moves people between units; or a new person. */
  async #changeParticipant(): Promise<void> {
    const body = this.#pick(this.#source.participants);
    const id = this.#random() < 0.8 ? (this.#pick([...this.#participants.keys()]) ?? "p-0") : body.id;
    const version = (this.#participants.get(id)?.version ?? 0) + 1;
    const changed = { ...body, id, version };
    await this.#database.transaction((transaction) =>
      putParticipants(transaction, { records: [changed], units: null }),
    );
    this.#participants.set(id, changed);
  }

  async #changeVacancy(): Promise<void> {
    const body = this.#pick(this.#source.vacancies);
    const version = (this.#vacancies.get(body.id)?.version ?? 0) + 1;
    const status = this.#random() < 0.2 ? ("filled" as const) : ("open" as const);
    const units = this.#random() < 0.3 ? { units: ["ame-norr"] } : {};
    const changed = { ...body, ...units, version, status };
    await this.#database.transaction((transaction) =>
      putVacancies(transaction, { records: [changed], units: null }),
    );
    this.#vacancies.set(body.id, changed);
  }

  async #eraseParticipant(): Promise<void> {
    const id = this.#pick([...this.#participants.keys()]);
    if (this.#participants.size < 5) return;
    await this.#database.transaction((transaction) => eraseParticipant(transaction, { id, units: null }));
    this.#participants.delete(id);
  }

  async #removeVacancy(): Promise<void> {
    const id = this.#pick([...this.#vacancies.keys()]);
    if (this.#vacancies.size < 3) return;
    await this.#database.transaction((transaction) => removeVacancy(transaction, { id, units: null }));
    this.#vacancies.delete(id);
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  /** Mulberry32: 0 to 1. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }
}

function valid<Value>(result: { ok: true; value: Value } | { ok: false }): Value {
  if (!result.ok) throw new Error("the generator made a record that is not valid");
  return result.value;
}
