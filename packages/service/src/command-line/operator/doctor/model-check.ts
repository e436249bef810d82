import { TransformersEmbedder } from "@jobbmatch/matcher";
import { JobbmatchError } from "@jobbmatch/shared";
import { type Check, good, same } from "./check.ts";

/** Whether the language model is there and makes vectors. */
export const modelCheck: Check = {
  name: { sv: "Språkmodell", en: "Language model" },
  async run() {
    try {
      const embedder = await TransformersEmbedder.create();
      await embedder.embed(["undersköterska"]);
      return good(same(`${embedder.modelId}, ${embedder.dimensions} d`));
    } catch (error) {
      const code = error instanceof JobbmatchError ? error.code : "internalError";
      return { state: "bad", found: same(code), advice: notUsable };
    }
  },
};

const notUsable = {
  sv: "Modellen kan inte läsas: installera om programmet.",
  en: "The model cannot be read: install the program again.",
};
