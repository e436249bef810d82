import { GrowingMemory } from "../../../vector-index/kernel/growing-memory.ts";
import { platformWebAssembly, type WebAssemblyApi } from "../../../vector-index/kernel/web-assembly.ts";
import type { BoundKernel } from "./bound-kernel.ts";
import { boundKernelModule } from "./bound-kernel-module.ts";

/** The kernel in WebAssembly. */
export class WebAssemblyBoundKernel implements BoundKernel {
  readonly kind = "webAssembly";
  readonly boundSlots: BoundKernel["boundSlots"];
  readonly placesAbove: BoundKernel["placesAbove"];
  readonly #memory: GrowingMemory;

  private constructor(api: WebAssemblyApi, bytes: Uint8Array) {
    this.#memory = new GrowingMemory(api);
    const { exports } = new api.Instance(new api.Module(bytes), { kernel: { memory: this.#memory.memory } });
    const functions = exports as Pick<BoundKernel, "boundSlots" | "placesAbove">;
    this.boundSlots = functions.boundSlots;
    this.placesAbove = functions.placesAbove;
  }

  /** The kernel, or nothing where this platform has no WebAssembly. */
  static create(api: WebAssemblyApi | undefined = platformWebAssembly()): WebAssemblyBoundKernel | undefined {
    const bytes = Buffer.from(boundKernelModule, "base64");
    return api?.validate(bytes) ? new WebAssemblyBoundKernel(api, bytes) : undefined;
  }

  get buffer(): ArrayBufferLike {
    return this.#memory.memory.buffer;
  }

  reserve(bytes: number): void {
    this.#memory.reserve(bytes);
  }
}
