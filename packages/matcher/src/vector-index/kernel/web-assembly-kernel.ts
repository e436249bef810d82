import { JobbmatchError } from "@jobbmatch/shared";
import type { ScanKernel } from "./scan-kernel.ts";
import { scanKernelModule } from "./scan-kernel-module.ts";
import {
  maximumPages,
  pageBytes,
  platformWebAssembly,
  type WebAssemblyApi,
  type WebAssemblyMemory,
} from "./web-assembly.ts";

type Scan = (list: number, count: number, dimensions: number, query: number, out: number) => void;

/** Memory grows by an eighth of its size, at least by this many pages (1 MiB), so that growing is rare. */
const leastGrowth = 16;

/** The kernel in WebAssembly SIMD. Its memory grows in place: the platform reserves the addresses beforehand. */
export class WebAssemblyKernel implements ScanKernel {
  readonly kind = "webAssembly";
  readonly scanOne: Scan;
  readonly scanFour: Scan;
  readonly selectRows: ScanKernel["selectRows"];
  readonly dotFloat: ScanKernel["dotFloat"];
  readonly boundProjections: ScanKernel["boundProjections"];
  readonly #memory: WebAssemblyMemory;

  private constructor(api: WebAssemblyApi, bytes: Uint8Array) {
    this.#memory = new api.Memory({ initial: 1, maximum: maximumPages });
    const { exports } = new api.Instance(new api.Module(bytes), { kernel: { memory: this.#memory } });
    const functions = exports as Omit<ScanKernel, "kind" | "buffer" | "reserve">;
    this.scanOne = functions.scanOne;
    this.scanFour = functions.scanFour;
    this.selectRows = functions.selectRows;
    this.dotFloat = functions.dotFloat;
    this.boundProjections = functions.boundProjections;
  }

  /** The kernel, or nothing where this platform has no WebAssembly SIMD. */
  static create(api: WebAssemblyApi | undefined = platformWebAssembly()): WebAssemblyKernel | undefined {
    const bytes = Buffer.from(scanKernelModule, "base64");
    return api?.validate(bytes) ? new WebAssemblyKernel(api, bytes) : undefined;
  }

  get buffer(): ArrayBuffer {
    return this.#memory.buffer;
  }

  reserve(bytes: number): void {
    const held = this.#memory.buffer.byteLength / pageBytes;
    const missing = Math.ceil(bytes / pageBytes) - held;
    if (missing <= 0) return;
    const wanted = Math.max(missing, leastGrowth, Math.ceil(held / 8));
    this.#grow(held + missing > maximumPages ? missing : Math.min(wanted, maximumPages - held));
  }

  #grow(pages: number): void {
    try {
      this.#memory.grow(pages);
    } catch {
      throw new JobbmatchError({ code: "indexFull", message: "the vectors need more than 4 GiB of memory" });
    }
  }
}
