import { setTimeout as sleep } from "node:timers/promises";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";

/** Requests on their way at the same time, each of a writer with ids of its own. */
const writers = 4;

interface Entity {
  readonly id: string;
  readonly version: number;
}

/** What the service must have of one id: the last acknowledged version at least, and at most what was ever sent. */
export interface Expected {
  readonly kind: "participants" | "vacancies";
  readonly id: string;
  readonly acknowledged: number;
  readonly sent: number;
}

/**
 * Writes to the API without a break, whether it is there or not, and remembers what was acknowledged. A write whose
 * answer never came may have been taken or not; the next one to the same id has a higher version.
 */
export class AcknowledgedWrites {
  readonly token: string;
  readonly #bodies: { readonly kind: Expected["kind"]; readonly bodies: readonly Entity[] }[];
  readonly #expected = new Map<string, Expected>();
  readonly #random: () => number;
  #url = "";
  #isStopped = false;
  #writing: Promise<unknown> = Promise.resolve();
  acknowledged = 0;
  unanswered = 0;

  constructor(token: string, seed: number, random: () => number) {
    this.token = token;
    this.#random = random;
    this.#bodies = [
      { kind: "participants", bodies: [...generateParticipants({ seed, count: 25 })] },
      { kind: "vacancies", bodies: [...generateVacancies({ seed, count: 5 })] },
    ];
  }

  start(url: string): void {
    this.#url = url;
    this.#isStopped = false;
    const running = Array.from({ length: writers }, (_, writer) => this.#run(writer));
    this.#writing = Promise.all(running).finally(() => {
      this.#isStopped = true;
    });
    // Told by `stop`.
    this.#writing.catch(() => {});
  }

  /** Waits until so many more writes are acknowledged. */
  async untilAcknowledged(more: number): Promise<void> {
    const wanted = this.acknowledged + more;
    while (this.acknowledged < wanted && !this.#isStopped) await sleep(5);
  }

  async stop(): Promise<readonly Expected[]> {
    this.#isStopped = true;
    await this.#writing;
    return [...this.#expected.values()];
  }

  async #run(writer: number): Promise<void> {
    while (!this.#isStopped) {
      const { kind, bodies } = this.#pick(
        this.#random() < 0.8 ? this.#bodies.slice(0, 1) : this.#bodies.slice(1),
      );
      const { id } = this.#pick(bodies.filter((_, index) => index % writers === writer));
      await this.#write(kind, { ...this.#pick(bodies), id });
    }
  }

  async #write(kind: Expected["kind"], body: Entity): Promise<void> {
    const { id } = body;
    const { sent = 0, acknowledged = 0 } = this.#expected.get(id) ?? {};
    const version = sent + 1;
    this.#expected.set(id, { kind, id, acknowledged, sent: version });
    try {
      const response = await fetch(`${this.#url}/v1/${kind}/${id}`, {
        method: "PUT",
        headers: { Authorization: `Bearer ${this.token}`, "Content-Type": "application/json" },
        body: JSON.stringify({ ...body, version }),
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`status ${response.status}: ${await response.text()}`);
      await response.arrayBuffer();
      this.#expected.set(id, { kind, id, acknowledged: version, sent: version });
      this.acknowledged += 1;
    } catch (error) {
      if (error instanceof Error && error.message.startsWith("status 4")) throw error;
      this.unanswered += 1;
    }
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }
}
