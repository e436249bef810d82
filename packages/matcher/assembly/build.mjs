// Writes the compiled kernels into the sources: `node packages/matcher/assembly/build.mjs`.
import { writeFileSync } from "node:fs";
import { columnKernel, compileKernel, scanKernel } from "./compile.mjs";

for (const kernel of [scanKernel, columnKernel]) writeFileSync(kernel.target, await compileKernel(kernel));
