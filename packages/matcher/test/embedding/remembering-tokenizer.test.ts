import { parse, relative, sep } from "node:path";
import { AutoTokenizer, env, type PreTrainedTokenizer } from "@xenova/transformers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { RememberingTokenizer, type TokenizerParts } from "../../src/embedding/remembering-tokenizer.ts";
import { shippedModelFolder } from "../../src/index.ts";

let library: PreTrainedTokenizer;
let remembering: RememberingTokenizer;
let asked: string[];

beforeAll(async () => {
  const { root } = parse(shippedModelFolder);
  env.localModelPath = root;
  const name = relative(root, shippedModelFolder).split(sep).join("/");
  library = await AutoTokenizer.from_pretrained(name, { local_files_only: true });
  const encode = library.encode.bind(library);
  asked = [];
  // The library's own instance, of which only `encode` is listened to.
  library.encode = (text: string) => {
    asked.push(text);
    return encode(text);
  };
  remembering = new RememberingTokenizer(library as unknown as TokenizerParts);
});

const piece = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "Undersköterska",
    "c++",
    "ÅÄÖ",
    "A\u030A",
    "e\u0301",
    "under\u00adsköterska",
    "x".repeat(150),
  ),
  fc.constantFrom("[MASK]", "[PAD]", "[", "##a", "\u200b", "\n", "🙂", "𝒜"),
);

describe("the remembering tokenizer", () => {
  it("gives the same ids as the library, for any text and also the second time", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom("", " ", ", "), (pieces, separator) => {
        const text = pieces.join(separator);
        const expected = library.encode(text);
        expect(remembering.encode(text).map(Number)).toEqual(expected);
        expect(remembering.encode(text).map(Number)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("asks the library only for texts that hold its special tokens", () => {
    asked.length = 0;
    remembering.encode("Vi söker en kock");
    expect(asked).toEqual([]);
    remembering.encode("Vi söker [UNK] en kock");
    expect(asked).toEqual(["Vi söker [UNK] en kock"]);
  });

  it("leaves everything to a tokenizer whose words depend on each other", () => {
    const entangled = new RememberingTokenizer({
      normalizer: null,
      pre_tokenizer: null,
      model: Object.assign((words: string[]) => words, {
        convert_tokens_to_ids: () => [0],
        config: { type: "Unigram" },
      }),
      added_tokens: [],
      encode: (text) => [...text].map((letter) => letter.codePointAt(0) ?? 0),
    });
    expect(entangled.encode("ab")).toEqual([97n, 98n]);
  });
});
