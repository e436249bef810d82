import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, parse, relative, resolve, sep } from "node:path";
import { JobbmatchError } from "@jobbmatch/shared";
import {
  AutoModel,
  AutoTokenizer,
  env,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from "@xenova/transformers";
import { CachingEmbedder } from "./caching-embedder.ts";
import type { Embedder, EmbedOptions } from "./embedder.ts";
import { meanOfTokens, rowsOf } from "./pooling.ts";
import { RememberingTokenizer, type TokenizerParts } from "./remembering-tokenizer.ts";
import { shippedModelFolder } from "./shipped-model.ts";
import { batchesOf } from "./token-batches.ts";

export interface TransformersEmbedderOptions {
  /**
   * A folder with a model, or the id of a model on the Hugging Face hub, which is then taken from `cacheFolder` or
   * downloaded. Default: the model that comes with this package, from disk and without network.
   */
  readonly model?: string;
  /** Where models from the hub are kept. Default: the cache of `@xenova/transformers`. */
  readonly cacheFolder?: string;
  /** Vectors to remember, by text hash; at least 1. @default 50_000 */
  readonly cachedTexts?: number;
}

/** Texts that are tokenised together, so that those of like length can share a batch. */
const textsAtOnce = 1024;

interface LoadedModel {
  readonly id: string;
  readonly tokenizer: RememberingTokenizer;
  /** The id of padding, and the most ids that the model takes; a longer text is cut. */
  readonly padding: number;
  readonly longest: number;
  readonly model: PreTrainedModel;
}

/**
 * Embeds texts with a model in ONNX format through `@xenova/transformers`. The only file that imports it.
 *
 * @example
 * const embedder = await TransformersEmbedder.create();
 * const [cook, chef] = await embedder.embed(["kock", "köksmästare"]);
 */
export class TransformersEmbedder implements Embedder {
  readonly modelId: string;
  readonly dimensions: number;
  readonly #loaded: LoadedModel;

  private constructor(loaded: LoadedModel, dimensions: number) {
    this.#loaded = loaded;
    this.modelId = loaded.id;
    this.dimensions = dimensions;
  }

  /**
   * Loads a model once; the result may be shared.
   *
   * @throws JobbmatchError `modelNotFound` when there is no readable model under the folder or id.
   */
  static async create(options: TransformersEmbedderOptions = {}): Promise<Embedder> {
    const loaded = await load(options);
    const [probe] = await embedSome(loaded, ["a"]);
    const dimensions = probe?.length ?? 0;
    return new CachingEmbedder(new TransformersEmbedder(loaded, dimensions), options.cachedTexts ?? 50_000);
  }

  async embed(texts: readonly string[], { signal }: EmbedOptions = {}): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += textsAtOnce) {
      signal?.throwIfAborted();
      vectors.push(...(await embedSome(this.#loaded, texts.slice(start, start + textsAtOnce), signal)));
    }
    return vectors;
  }
}

async function embedSome(
  loaded: LoadedModel,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const ids = texts.map((text) => loaded.tokenizer.encode(text).slice(0, loaded.longest));
  const vectors: Float32Array[] = new Array(texts.length);
  for (const batch of batchesOf(ids.map(({ length }) => length))) {
    signal?.throwIfAborted();
    const embedded = await run(
      loaded,
      batch.map((index) => ids[index] ?? []),
    );
    for (const [position, index] of batch.entries()) {
      const vector = embedded[position];
      if (vector !== undefined) vectors[index] = vector;
    }
  }
  return vectors;
}

async function load({
  model = shippedModelFolder,
  cacheFolder,
}: TransformersEmbedderOptions): Promise<LoadedModel> {
  const folder = resolve(model);
  const isLocal = existsSync(join(folder, "config.json"));
  if (cacheFolder !== undefined) env.cacheDir = cacheFolder;
  // The library joins this root with the model's path; the root of the file system makes any folder reachable.
  const { root } = parse(folder);
  env.localModelPath = root;
  const name = isLocal ? relative(root, folder).split(sep).join("/") : model;
  try {
    const options = { quantized: true, local_files_only: isLocal };
    const [id, tokenizer, loaded] = await Promise.all([
      isLocal ? localModelId(folder) : model,
      AutoTokenizer.from_pretrained(name, options),
      AutoModel.from_pretrained(name, options),
    ]);
    return { id, model: loaded, ...tokenising(tokenizer) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new JobbmatchError({
      code: "modelNotFound",
      message: `the model "${model}" cannot be loaded: ${reason}`,
    });
  }
}

/** Name, version and content of a model on disk: a model that was trained again gets another id. */
async function localModelId(folder: string): Promise<string> {
  const config: unknown = JSON.parse(await readFile(join(folder, "config.json"), "utf8"));
  const name = textField(config, "_name_or_path") ?? "local";
  const hash = createHash("sha256");
  for (const file of ["onnx/model_quantized.onnx", "tokenizer.json"])
    hash.update(await readFile(join(folder, file)));
  return `${name}@${hash.digest("hex").slice(0, 12)}`;
}

function textField(value: unknown, field: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Reflect.get(value, field);
  return typeof found === "string" ? found : undefined;
}

function tokenising(tokenizer: PreTrainedTokenizer): Pick<LoadedModel, "tokenizer" | "padding" | "longest"> {
  const longest: unknown = tokenizer.model_max_length;
  return {
    // The library declares its callable parts as classes without a call signature.
    tokenizer: new RememberingTokenizer(tokenizer as unknown as TokenizerParts),
    padding: tokenizer.pad_token_id ?? 0,
    longest: typeof longest === "number" ? longest : Number.POSITIVE_INFINITY,
  };
}

async function run(
  { model, padding }: LoadedModel,
  rows: readonly (readonly bigint[])[],
): Promise<Float32Array[]> {
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const ids = new BigInt64Array(rows.length * width).fill(BigInt(padding));
  const mask = new BigInt64Array(rows.length * width);
  for (const [row, values] of rows.entries()) {
    for (const [column, id] of values.entries()) ids[row * width + column] = id;
    mask.fill(1n, row * width, row * width + values.length);
  }
  const inputs = {
    input_ids: new Tensor("int64", ids, [rows.length, width]),
    attention_mask: new Tensor("int64", mask, [rows.length, width]),
  };
  const outputs: Record<string, Tensor> = await model(inputs);
  if (outputs.sentence_embedding !== undefined) return rowsOf(outputs.sentence_embedding);
  const tokens = outputs.last_hidden_state ?? outputs.token_embeddings;
  if (tokens === undefined) {
    throw new JobbmatchError({
      code: "modelNotFound",
      message: "the model gives neither sentence nor token vectors",
    });
  }
  return meanOfTokens(tokens, inputs.attention_mask);
}
