// Compiles the kernels' sources. Used by build.mjs and by the tests that the checked-in modules are these sources'.
import initialiseWabt from "wabt";
import { boundKernelText } from "./bound-kernel.wat.mjs";
import { columnKernelText } from "./column-kernel.wat.mjs";
import { scanKernelText } from "./scan-kernel.wat.mjs";

/** The kernels: their sources, and the TypeScript files that carry them compiled. */
export const scanKernel = {
  file: "scan-kernel",
  constant: "scanKernelModule",
  text: scanKernelText,
  target: new URL("../src/vector-index/kernel/scan-kernel-module.ts", import.meta.url),
};
export const columnKernel = {
  file: "column-kernel",
  constant: "columnKernelModule",
  text: columnKernelText,
  target: new URL("../src/columns/kernel/column-kernel-module.ts", import.meta.url),
};
export const boundKernel = {
  file: "bound-kernel",
  constant: "boundKernelModule",
  text: boundKernelText,
  target: new URL("../src/ranking/slot-bounds/kernel/bound-kernel-module.ts", import.meta.url),
};

/** Shared memory grows without detaching its buffer: see `GrowingMemory`. */
const features = { simd: true, threads: true };

export async function compileKernel({ file, constant, text }) {
  const { parseWat } = await initialiseWabt();
  const module = parseWat(`${file}.wat`, text, features);
  module.validate(features);
  const base64 = Buffer.from(module.toBinary({}).buffer).toString("base64");
  const lines = base64.match(/.{1,100}/g).map((line) => `  "${line}"`);
  return `// Generated from assembly/${file}.wat.mjs by assembly/build.mjs; do not edit.
export const ${constant}: string =
${lines.join(" +\n")};
`;
}
