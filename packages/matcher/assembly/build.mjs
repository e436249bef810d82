// Writes the compiled kernel into the sources: `node packages/matcher/assembly/build.mjs`.
import { writeFileSync } from "node:fs";
import { compileKernel, target } from "./compile.mjs";

writeFileSync(target, await compileKernel());
