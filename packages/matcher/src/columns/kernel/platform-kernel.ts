import type { ColumnKernel } from "./column-kernel.ts";
import { JavaScriptColumnKernel } from "./javascript-column-kernel.ts";
import { WebAssemblyColumnKernel } from "./web-assembly-column-kernel.ts";

/** The fastest kernel that this platform runs. One is enough, because it remembers nothing. */
export const columnKernel: ColumnKernel = WebAssemblyColumnKernel.create() ?? new JavaScriptColumnKernel();
