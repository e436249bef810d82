#!/bin/sh
# Re-creates and measures the shipped model. Run from the project's root; PYTHON names the interpreter.
set -eu
python="${PYTHON:-python3}"
"$python" -m training --splits benchmarks/quality/splits "$@"
"$python" -m training.evaluate --model packages/matcher/model
"$python" -m training.bias_probe --model packages/matcher/model
