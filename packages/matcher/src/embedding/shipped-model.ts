import { fileURLToPath } from "node:url";

/** The folder of the model that comes with this package; see its `MODEL_CARD.md`. */
export const shippedModelFolder: string = fileURLToPath(new URL("../../model", import.meta.url));
