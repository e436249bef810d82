"""Writes the trained table as the files that @xenova/transformers loads: int8 ONNX graph, tokenizer, configuration."""

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from .config import MEMBERS, VERSION
from .tokenizer import PAD, write_tokenizer

# onnxruntime-node 1.14 reads up to opset 18 and IR version 8.
OPSET = 13
IR_VERSION = 8
EPSILON = 1e-12  # a text without a known token becomes the zero vector, not NaN


def export_model(table: torch.Tensor, vocabulary: dict[str, int], folder: Path) -> None:
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(pooling_graph(*quantise(table.numpy())), folder / "onnx" / "model_quantized.onnx")
    write_tokenizer(vocabulary, folder)
    description = {
        "_name_or_path": f"jobbmatch-static-{VERSION}",
        "model_type": "bert",
        "hidden_size": table.shape[1],
        "vocab_size": len(vocabulary),
        "pad_token_id": vocabulary[PAD],
        "jobbmatch": {"version": VERSION, "members": [asdict(member) for member in MEMBERS]},
    }
    (folder / "config.json").write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")


def quantise(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows as int8 and one scale a row; the row's scale carries the token's learned weight."""
    scales = np.abs(table).max(axis=1) / 127
    safe = np.where(scales > 0, scales, 1)
    return np.rint(table / safe[:, None]).astype(np.int8), scales.astype(np.float32)


def pooling_graph(rows: np.ndarray, scales: np.ndarray) -> onnx.ModelProto:
    """ids, mask -> gathered int8 rows, weighted by scale times mask, summed, normalised."""
    dimensions = rows.shape[1]
    node = helper.make_node
    nodes = [
        node("Gather", ["rows", "input_ids"], ["token_rows"]),
        node("Cast", ["token_rows"], ["token_vectors"], to=TensorProto.FLOAT),
        node("Gather", ["scales", "input_ids"], ["token_scales"]),
        node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        node("Mul", ["token_scales", "mask"], ["token_weights"]),
        node("Unsqueeze", ["token_weights", "middle_axis"], ["weight_rows"]),
        node("MatMul", ["weight_rows", "token_vectors"], ["sum_rows"]),
        node("Squeeze", ["sum_rows", "middle_axis"], ["sum"]),
        node("Mul", ["sum", "sum"], ["squares"]),
        node("ReduceSum", ["squares", "middle_axis"], ["square_length"], keepdims=1),
        node("Sqrt", ["square_length"], ["length"]),
        node("Max", ["length", "epsilon"], ["divisor"]),
        node("Div", ["sum", "divisor"], ["sentence_embedding"]),
    ]
    constants = {
        "rows": rows,
        "scales": scales,
        "middle_axis": np.array([1], np.int64),
        "epsilon": np.array(EPSILON, np.float32),
    }
    graph = helper.make_graph(
        nodes,
        "jobbmatch-static",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", dimensions])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="jobbmatch")
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model)
    return model
