import { JavaScriptKernel } from "./javascript-kernel.ts";
import type { ScanKernel } from "./scan-kernel.ts";
import { WebAssemblyKernel } from "./web-assembly-kernel.ts";

/** The fastest kernel that this platform runs. */
export function createKernel(): ScanKernel {
  return WebAssemblyKernel.create() ?? new JavaScriptKernel();
}
