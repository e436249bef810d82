import { GrowingMemory } from "./growing-memory.ts";
import type { ScanKernel } from "./scan-kernel.ts";
import { scanKernelModule } from "./scan-kernel-module.ts";
import { platformWebAssembly, type WebAssemblyApi } from "./web-assembly.ts";

type Scan = (list: number, count: number, dimensions: number, query: number, out: number) => void;

/** The kernel in WebAssembly SIMD. Its memory grows in place: the platform reserves the addresses beforehand. */
export class WebAssemblyKernel implements ScanKernel {
  readonly kind = "webAssembly";
  readonly scanOne: Scan;
  readonly scanFour: Scan;
  readonly selectRows: ScanKernel["selectRows"];
  readonly dotFloat: ScanKernel["dotFloat"];
  readonly boundProjections: ScanKernel["boundProjections"];
  readonly #memory: GrowingMemory;

  private constructor(api: WebAssemblyApi, bytes: Uint8Array) {
    this.#memory = new GrowingMemory(api);
    const { exports } = new api.Instance(new api.Module(bytes), { kernel: { memory: this.#memory.memory } });
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

  get buffer(): ArrayBufferLike {
    return this.#memory.memory.buffer;
  }

  reserve(bytes: number): void {
    this.#memory.reserve(bytes);
  }
}
