// Compiles the kernel's source. Used by build.mjs and by the test that the checked-in module is this source's.
import initialiseWabt from "wabt";
import { scanKernelText } from "./scan-kernel.wat.mjs";

/** The TypeScript file that carries the compiled kernel. */
export const target = new URL("../src/vector-index/kernel/scan-kernel-module.ts", import.meta.url);

export async function compileKernel() {
  const { parseWat } = await initialiseWabt();
  const module = parseWat("scan-kernel.wat", scanKernelText, { simd: true });
  module.validate({ simd: true });
  const base64 = Buffer.from(module.toBinary({}).buffer).toString("base64");
  const lines = base64.match(/.{1,100}/g).map((line) => `  "${line}"`);
  return `// Generated from assembly/scan-kernel.wat.mjs by assembly/build.mjs; do not edit.
export const scanKernelModule: string =
${lines.join(" +\n")};
`;
}
