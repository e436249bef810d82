import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteStore } from "../../src/storage/byte-store.ts";
import { OpenFile } from "../../src/storage/open-file.ts";

const length = 200;
const write = fc.record({
  address: fc.nat(length - 40),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
});
const read = fc.record({ address: fc.nat(length - 40), count: fc.integer({ min: 1, max: 40 }) });

describe("bytes by address", () => {
  it("are those of an array, in whichever of file, memory and temporary file they lie", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 50 }),
        fc.integer({ min: 0, max: 150 }),
        fc.array(write, { maxLength: 30 }),
        fc.array(read, { maxLength: 30 }),
        (base, limit, writes, reads) => {
          withFile(base, (file) => {
            const store = new ByteStore({ file, start: 3, length: base.length }, limit);
            const expected = new Uint8Array(length);
            expected.set(base);
            // Room is written before it is read.
            store.write(base.length, expected.subarray(base.length));
            for (const { address, bytes } of writes.filter(({ address }) => address >= base.length)) {
              store.write(address, bytes);
              expected.set(bytes, address);
            }
            for (const { address, count } of reads) {
              const target = new Uint8Array(count);
              store.read(address, target);
              expect(target).toEqual(expected.slice(address, address + count));
            }
            store.close();
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("stay in memory where no temporary file can be made", () => {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = join(tmpdir(), "no", "such", "folder");
    const store = new ByteStore(undefined, 10);
    const bytes = Uint8Array.from({ length: 100 }, (_, index) => index);
    store.write(0, bytes);
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    const target = new Uint8Array(100);
    store.read(0, target);
    expect(target).toEqual(bytes);
  });
});

/** A file with three other bytes before those that are given. */
function withFile(bytes: Uint8Array, use: (file: OpenFile) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "jobbmatch-bytes-"));
  const path = join(folder, "bytes");
  writeFileSync(path, Buffer.concat([Buffer.from("abc"), bytes]));
  const descriptor = openSync(path, "r");
  try {
    use(new OpenFile(descriptor));
  } finally {
    closeSync(descriptor);
    rmSync(folder, { recursive: true });
  }
}
