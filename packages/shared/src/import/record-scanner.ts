/** One record as it stands in the file, before it is decoded. */
export interface RawRecord {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** `cutOff`: the file ends inside it. `tooLarge`: it had more bytes than allowed, and none are kept. */
  readonly outcome: "complete" | "cutOff" | "tooLarge";
  readonly bytes: Uint8Array;
}

const newline = 0x0a;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
const byteOrderMark = [0xef, 0xbb, 0xbf];
const hitsKey = [...new TextEncoder().encode('"hits"')];

/** The record that is being read. */
interface OpenRecord {
  readonly line: number;
  readonly startsLine: boolean;
  /** Brackets that are open. Empty for a record that is neither an object nor a list. */
  readonly stack: number[];
  /** Brackets opened after the record grew too large; only counted, so that memory stays bounded. */
  deeper: number;
  /** Parts from earlier chunks. */
  readonly parts: Uint8Array[];
  size: number;
  tooLarge: boolean;
  /** The rest of an API answer after its hits: scanned, not reported. */
  readonly ignored: boolean;
  inString: boolean;
  escaped: boolean;
  /** The last byte outside strings that is not white space; a quote after a string. */
  previous: number;
  /** How many bytes of `"hits"` the current or latest top-level string has matched; -1 if it is another one. */
  hitsMatched: number;
  hitsColon: boolean;
}

/**
 * Finds where records begin and end in a stream of bytes: the items of a top-level list, the items of `hits` in a
 * top-level object, other top-level objects, or one record per line. Only ASCII brackets, quotes and line ends
 * matter, so a chunk may end anywhere. A raw line end never stands inside a JSON string and an opening brace only
 * after `:`, `,` or `[`; where either happens, the record is broken and the next one begins.
 */
export class RecordScanner {
  readonly #maxBytes: number;
  readonly #done: RawRecord[] = [];
  #open: OpenRecord | undefined;
  #line = 1;
  #offset = 0;
  #atLineStart = true;
  #firstInLine = true;
  /** Where we are between records: at the top, in a list, or in the list `hits` of an API answer. */
  #place: "top" | "list" | "hits" = "top";
  /** Whether the latest record began and ended with its line, as in JSON Lines. */
  #oneRecordPerLine = false;
  #chunk: Uint8Array = new Uint8Array(0);
  #start = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Reads a chunk and gives the records that end in it. */
  push(chunk: Uint8Array): RawRecord[] {
    this.#chunk = chunk;
    this.#start = 0;
    for (let index = 0; index < chunk.length; index++) {
      const open = this.#open;
      // Most bytes stand inside strings: this loop passes over them, and is what the speed depends on.
      if (open?.inString === true && !open.escaped && open.hitsMatched === -1)
        index = endOfPlain(chunk, index);
      if (index < chunk.length) this.#read(chunk[index] ?? 0, index);
    }
    if (this.#open !== undefined) this.#keep(this.#open, chunk.length);
    this.#offset += chunk.length;
    this.#chunk = new Uint8Array(0);
    this.#start = 0;
    return this.#done.splice(0);
  }

  /** Gives what is left at the end of the file: a record that is not closed, or a list that is not. */
  finish(): RawRecord[] {
    const open = this.#open;
    if (open !== undefined) this.#close(0, open.stack.length === 0 ? "complete" : "cutOff");
    else if (this.#place !== "top") this.#report(this.#line, "cutOff", new Uint8Array(0));
    return this.#done.splice(0);
  }

  #read(byte: number, index: number): void {
    if (this.#open === undefined) this.#between(byte, index);
    else if (this.#open.inString) this.#insideString(this.#open, byte);
    else if (this.#open.stack.length > 0) this.#insideRecord(this.#open, byte, index);
    else this.#insideScalar(byte, index);
    if (byte === newline) this.#line++;
    this.#atLineStart = byte === newline;
    this.#firstInLine = byte === newline || (this.#firstInLine && isSpace(byte));
  }

  #between(byte: number, index: number): void {
    const offset = this.#offset + index;
    if (isSpace(byte) || (offset < 3 && byte === byteOrderMark[offset])) return;
    if (this.#place === "top" && byte === openList) this.#place = "list";
    else if (this.#place !== "top" && byte === closeList) this.#endList(index);
    else if (this.#place === "top" || byte !== comma) this.#begin(byte, index);
  }

  #endList(index: number): void {
    const wasHits = this.#place === "hits";
    this.#place = "top";
    if (wasHits) this.#open = { ...this.#newRecord(index + 1), stack: [openObject], ignored: true };
  }

  #newRecord(start: number): OpenRecord {
    this.#start = start;
    return {
      line: this.#line,
      startsLine: this.#atLineStart,
      stack: [],
      deeper: 0,
      parts: [],
      size: 0,
      tooLarge: false,
      ignored: false,
      inString: false,
      escaped: false,
      previous: 0,
      hitsMatched: -1,
      hitsColon: false,
    };
  }

  #begin(byte: number, index: number): void {
    const open = this.#newRecord(index);
    this.#open = open;
    if (byte === quote) open.inString = true;
    else if (byte === openObject || byte === openList) open.stack.push(byte);
    open.previous = byte;
  }

  #insideString(open: OpenRecord, byte: number): void {
    if (open.hitsMatched >= 0)
      open.hitsMatched = byte === hitsKey[open.hitsMatched] ? open.hitsMatched + 1 : -1;
    if (open.escaped) open.escaped = false;
    else if (byte === backslash) open.escaped = true;
    else if (byte === quote) open.inString = false;
    if (byte === newline) {
      open.inString = false;
      open.escaped = false;
    }
  }

  #insideRecord(open: OpenRecord, byte: number, index: number): void {
    if (isSpace(byte)) return;
    if (byte === quote) this.#beginString(open);
    else if (byte === openObject || byte === openList) this.#openBracket(open, byte, index);
    else if (byte === closeObject || byte === closeList) this.#closeBracket(open, byte, index);
    open.hitsColon = byte === colon && open.hitsMatched === hitsKey.length && open.previous === quote;
    open.previous = byte;
  }

  /** A number, a word or rubbish goes on to the next thing that can end it. */
  #insideScalar(byte: number, index: number): void {
    const endsItem = this.#place !== "top" && (byte === comma || byte === closeList);
    const endsLine = this.#place === "top" && byte === newline;
    if (!endsItem && !endsLine && byte !== openObject && byte !== openList) return;
    this.#close(index, "complete");
    this.#between(byte, index);
  }

  #beginString(open: OpenRecord): void {
    open.inString = true;
    open.hitsMatched = this.#place === "top" && open.stack.length === 1 && !open.ignored ? 1 : -1;
  }

  #openBracket(open: OpenRecord, byte: number, index: number): void {
    if (byte === openList && open.hitsColon && open.stack.length === 1) {
      this.#open = undefined;
      this.#place = "hits";
    } else if (byte === openObject && this.#mustBeNextRecord(open)) {
      this.#close(index, "complete");
      this.#between(byte, index);
    } else if (open.tooLarge) open.deeper++;
    else open.stack.push(byte);
  }

  #mustBeNextRecord(open: OpenRecord): boolean {
    const { previous, stack } = open;
    if (this.#atLineStart && this.#oneRecordPerLine) return true;
    if (previous === comma) return stack.at(-1) === openObject;
    return this.#firstInLine && previous !== colon && previous !== openList;
  }

  /** Closes the nearest bracket of the same kind, and those that were forgotten inside it. */
  #closeBracket(open: OpenRecord, byte: number, index: number): void {
    if (open.deeper > 0) {
      open.deeper--;
      return;
    }
    const opener = open.stack.lastIndexOf(byte === closeObject ? openObject : openList);
    if (opener === -1) {
      this.#close(index, "complete");
      this.#between(byte, index);
      return;
    }
    open.stack.length = opener;
    if (opener > 0) return;
    this.#oneRecordPerLine = open.startsLine && open.line === this.#line;
    this.#close(index + 1, "complete");
  }

  #keep(open: OpenRecord, end: number): void {
    const length = end - this.#start;
    open.size += length;
    if (open.ignored) return;
    if (open.size > this.#maxBytes) {
      open.tooLarge = true;
      open.parts.length = 0;
    } else if (length > 0) open.parts.push(this.#chunk.slice(this.#start, end));
  }

  #close(end: number, outcome: "complete" | "cutOff"): void {
    const open = this.#open;
    if (open === undefined) return;
    if (this.#start < this.#chunk.length) this.#keep(open, end);
    this.#open = undefined;
    if (open.ignored && outcome === "complete") return;
    this.#report(open.line, open.tooLarge ? "tooLarge" : outcome, joined(open.parts));
  }

  #report(line: number, outcome: RawRecord["outcome"], bytes: Uint8Array): void {
    this.#done.push({ line, outcome, bytes });
  }
}

/** The place of the next byte that means something inside a string, or the end of the chunk. */
function endOfPlain(chunk: Uint8Array, start: number): number {
  for (let index = start; index < chunk.length; index++) {
    const byte = chunk[index];
    if (byte === quote || byte === backslash || byte === newline) return index;
  }
  return chunk.length;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
