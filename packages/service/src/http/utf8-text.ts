/** Bytes of room to begin with: enough for most answers. */
const firstRoom = 1 << 17;
/** Bytes that a unit of a JavaScript string takes at most. */
const mostBytesOfUnit = 3;

/** A text that grows, as UTF-8: pieces are written where they belong, without a buffer for each. */
export class Utf8Text {
  #bytes = Buffer.allocUnsafe(firstRoom);
  #end = 0;

  /** In bytes. */
  get end(): number {
    return this.#end;
  }

  /** @param piece text, or bytes that are UTF-8 already. @returns where it begins, in bytes. */
  add(piece: string | Buffer): number {
    const start = this.#end;
    if (typeof piece === "string") {
      this.#reserve(piece.length * mostBytesOfUnit);
      this.#end += this.#bytes.write(piece, start);
    } else {
      this.#reserve(piece.length);
      this.#end += piece.copy(this.#bytes, start);
    }
    return start;
  }

  /** All of it so far, in memory of its own. */
  whole(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#end));
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#end + bytes));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}
