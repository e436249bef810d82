import { mostFormer } from "./former-facts.ts";

/** Whether somebody was in the slots that changed last, and how far back that and what columns keep can be told. */
export class FormerPresence {
  /** That of change `n` lies at `n % mostFormer`. */
  readonly #wasHeld = new Uint8Array(mostFormer);
  /** The first change after everything before was forgotten. */
  #first = 0;

  keep(change: number, isHeld: boolean): void {
    this.#wasHeld[change % mostFormer] = isHeld ? 1 : 0;
  }

  wasHeld(change: number): boolean {
    return this.#wasHeld[change % mostFormer] === 1;
  }

  /** Whether it is known of all changes from one on. @param next the number of the change that comes next. */
  isKnownFrom(change: number, next: number): boolean {
    return change >= this.#first && next - change <= mostFormer;
  }

  /** @param next the number of the change that comes next. */
  forget(next: number): void {
    this.#first = next;
  }
}
