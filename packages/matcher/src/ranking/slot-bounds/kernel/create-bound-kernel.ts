import type { BoundKernel } from "./bound-kernel.ts";
import { JavaScriptBoundKernel } from "./javascript-bound-kernel.ts";
import { WebAssemblyBoundKernel } from "./web-assembly-bound-kernel.ts";

/** The fastest kernel that this platform runs. */
export function createBoundKernel(): BoundKernel {
  return WebAssemblyBoundKernel.create() ?? new JavaScriptBoundKernel();
}
