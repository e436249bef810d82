import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface LocalModel {
  /** Name, version and content: a model that was trained again gets another id. */
  readonly id: string;
  /** Whether `training/` made it, so that its graph is known: a weighted sum of token vectors, scaled to length 1. */
  readonly isOurs: boolean;
}

/** Describes a model on disk from its files. */
export async function describeLocalModel(folder: string): Promise<LocalModel> {
  const config: unknown = JSON.parse(await readFile(join(folder, "config.json"), "utf8"));
  const name = field(config, "_name_or_path");
  const hash = createHash("sha256");
  for (const file of ["onnx/model_quantized.onnx", "tokenizer.json"])
    hash.update(await readFile(join(folder, file)));
  return {
    id: `${typeof name === "string" ? name : "local"}@${hash.digest("hex").slice(0, 12)}`,
    isOurs: field(config, "jobbmatch") !== undefined,
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
