import { fileURLToPath } from "node:url";

// The folders src and dist lie side by side, so the same paths are right for source and for compiled code.
const benchmarks = new URL("../../", import.meta.url);

/** Held-out splits made by `training`, one folder each. */
export const splitsFolder: string = fileURLToPath(new URL("quality/splits/", benchmarks));
/** Where results are written. */
export const resultsFolder: string = fileURLToPath(new URL("results/", benchmarks));
/** Real ads, which lie beside the project and never in it. */
export const adsFolder: string = fileURLToPath(new URL("../../shared/data/ads/", benchmarks));
