"""The exported model in Python: the same files, the same vectors as in the library."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

BATCH = 256


class Embedder:
    def __init__(self, folder: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_padding(pad_id=0)
        self._session = onnxruntime.InferenceSession(str(folder / "onnx" / "model_quantized.onnx"))

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """One unit vector a text, or the zero vector where no token is known."""
        return np.concatenate([self._batch(texts[i : i + BATCH]) for i in range(0, len(texts), BATCH)])

    def _batch(self, texts: Sequence[str]) -> np.ndarray:
        encoded = self._tokenizer.encode_batch(list(texts))
        inputs = {
            "input_ids": np.array([e.ids for e in encoded], np.int64),
            "attention_mask": np.array([e.attention_mask for e in encoded], np.int64),
        }
        return self._session.run(["sentence_embedding"], inputs)[0]
