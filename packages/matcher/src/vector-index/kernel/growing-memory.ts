import { JobbmatchError } from "@jobbmatch/shared";
import { maximumPages, pageBytes, type WebAssemblyApi, type WebAssemblyMemory } from "./web-assembly.ts";

/** Memory grows by an eighth of its size, at least by this many pages (1 MiB), so that growing is rare. */
const leastGrowth = 16;

/**
 * A kernel's memory. It grows in place: the platform reserves the addresses beforehand. It counts as shared, though only one
 * thread sees it, since growing detaches the buffer of a memory that is not; and once any buffer of a process was
 * detached, V8 looks for that at every access to any typed array, which makes loops over them two to three times as slow.
 */
export class GrowingMemory {
  readonly memory: WebAssemblyMemory;

  constructor(api: WebAssemblyApi) {
    this.memory = new api.Memory({ initial: 1, maximum: maximumPages, shared: true });
  }

  /**
   * Makes the memory at least so many bytes long.
   *
   * @throws JobbmatchError `indexFull`
   */
  reserve(bytes: number): void {
    const held = this.memory.buffer.byteLength / pageBytes;
    const missing = Math.ceil(bytes / pageBytes) - held;
    if (missing <= 0) return;
    const wanted = Math.max(missing, leastGrowth, Math.ceil(held / 8));
    this.#grow(held + missing > maximumPages ? missing : Math.min(wanted, maximumPages - held));
  }

  #grow(pages: number): void {
    try {
      this.memory.grow(pages);
    } catch {
      throw new JobbmatchError({ code: "indexFull", message: "the vectors need more than 4 GiB of memory" });
    }
  }
}

/** A buffer of at least so many bytes that begins as the given one: itself, or a copy half as long again. */
export function grownBuffer<Each extends ArrayBufferLike>(buffer: Each, bytes: number): Each | ArrayBuffer {
  if (bytes <= buffer.byteLength) return buffer;
  const grown = new Uint8Array(Math.ceil(Math.max(bytes, buffer.byteLength * 1.5) / 16) * 16);
  grown.set(new Uint8Array(buffer));
  return grown.buffer;
}
