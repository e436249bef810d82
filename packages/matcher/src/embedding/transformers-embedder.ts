import { existsSync } from "node:fs";
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
import { describeLocalModel } from "./local-model.ts";
import { modelInputs } from "./model-inputs.ts";
import { meanOfTokens, rowsOf } from "./pooling.ts";
import { RememberingTokenizer, type TokenizerParts } from "./remembering-tokenizer.ts";
import { shippedModelFolder } from "./shipped-model.ts";
import { batchesOf, singleBatches } from "./token-batches.ts";

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
/**
 * onnxruntime computes with four numbers at a time and treats what remains of a row, or of the rows, in another order,
 * which changes the last bits: of 4,000 texts with random neighbours, 1,849 differed by up to 3e-8 from themselves alone.
 * With rows and columns filled up to multiples of four none did, for 1 to 16 threads, at the same speed.
 */
const numbersAtOnce = 4;

interface LoadedModel {
  readonly id: string;
  /** Whether several texts may share a run without changing each other's vectors. */
  readonly sharesRuns: boolean;
  readonly tokenizer: RememberingTokenizer;
  /** The id of padding, and the most ids that the model takes; a longer text is cut. */
  readonly padding: number;
  readonly longest: number;
  readonly model: PreTrainedModel;
}

/**
 * Embeds texts with a model in ONNX format through `@xenova/transformers`. The only file that imports it.
 *
 * A text's vector is the same to the last bit whatever is embedded with it, so that processes that read the same texts in
 * different order agree. Models that this project trained embed many texts in one run. Others get one text a run, which is
 * slower, because their graphs may let texts that share a run change each other: an int8 model from the hub usually
 * takes the scale of its activations from the whole run. Processors of different makers may still differ by some 3e-8:
 * machines that must agree to the last bit need the same kind.
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
  const lengths = ids.map(({ length }) => length);
  for (const batch of loaded.sharesRuns ? batchesOf(lengths) : singleBatches(lengths)) {
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
    const [{ id, isOurs }, tokenizer, loaded] = await Promise.all([
      isLocal ? describeLocalModel(folder) : { id: model, isOurs: false },
      AutoTokenizer.from_pretrained(name, options),
      AutoModel.from_pretrained(name, options),
    ]);
    return { id, sharesRuns: isOurs, model: loaded, ...tokenising(tokenizer) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new JobbmatchError({
      code: "modelNotFound",
      message: `the model "${model}" cannot be loaded: ${reason}`,
    });
  }
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
  { model, padding, sharesRuns }: LoadedModel,
  texts: readonly (readonly bigint[])[],
): Promise<Float32Array[]> {
  const { dims, ids, mask } = modelInputs(texts, { padding, multiple: sharesRuns ? numbersAtOnce : 1 });
  const inputs = {
    input_ids: new Tensor("int64", ids, [...dims]),
    attention_mask: new Tensor("int64", mask, [...dims]),
  };
  const outputs: Record<string, Tensor> = await model(inputs);
  return vectorsOf(outputs, inputs.attention_mask).slice(0, texts.length);
}

function vectorsOf(outputs: Record<string, Tensor>, mask: Tensor): Float32Array[] {
  if (outputs.sentence_embedding !== undefined) return rowsOf(outputs.sentence_embedding);
  const tokens = outputs.last_hidden_state ?? outputs.token_embeddings;
  if (tokens !== undefined) return meanOfTokens(tokens, mask);
  throw new JobbmatchError({
    code: "modelNotFound",
    message: "the model gives neither sentence nor token vectors",
  });
}
