// Writes the compiled kernels into the sources: `node packages/matcher/assembly/build.mjs`.
import { writeFileSync } from "node:fs";
import { boundKernel, columnKernel, compileKernel, scanKernel } from "./compile.mjs";

for (const kernel of [scanKernel, columnKernel, boundKernel])
  writeFileSync(kernel.target, await compileKernel(kernel));
