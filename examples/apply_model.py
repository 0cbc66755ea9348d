"""Applies a model that Rulescope trained, with NumPy alone.

    npm run -s rulescope -- run examples/highlife.json --out runs/highlife
    python examples/apply_model.py runs/highlife/model.safetensors            # every pattern
    python examples/apply_model.py runs/highlife/model.safetensors 111/000/000

Prints the probability of each next state, one line for each pattern. A pattern is the cells of the neighbourhood,
row by row; slashes are for the eye. Knows the backbones cnn, p4 and p8 with one convolution; of a model with a
larger kernel a pattern is all that it sees, 25 cells for 5×5.
"""

import json
import sys

import numpy as np


def load(path):
    """Arrays by name, and what the model says of itself.

    Format: https://github.com/huggingface/safetensors#format
    """
    with open(path, "rb") as file:
        data = file.read()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    info = json.loads(header.pop("__metadata__")["rulescope"])
    weights = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        weights[name] = np.frombuffer(data[begin:end], "<f4").reshape(entry["shape"])
    return weights, info


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def activate(kind, x, weights, layer):
    if kind == "prelu":
        return np.where(x > 0, x, x * weights[f"{layer}.slope"])
    if kind == "poly2":
        return weights[f"{layer}.constant"] + x * (weights[f"{layer}.linear"] + x * weights[f"{layer}.square"])
    return {
        "relu": lambda: np.maximum(x, 0),
        "leaky-relu": lambda: np.where(x > 0, x, 0.1 * x),
        "elu": lambda: np.where(x > 0, x, np.expm1(np.minimum(x, 0))),
        "silu": lambda: x * sigmoid(x),
        "tanh": lambda: np.tanh(x),
        "sigmoid": lambda: sigmoid(x),
        "square": lambda: x * x,
    }[kind]()


def encode(patterns, states):
    """Cells [N, cells] to inputs [N, cells, states - 1]: plane s - 1 says where the cell is in state s."""
    present = np.sqrt(states - 1)
    return np.where(patterns[:, :, None] == np.arange(1, states), present, -1 / present).astype("f4")


def apply(weights, info, patterns):
    """Probabilities [N, states] of the next state for patterns [N, cells]."""
    config, inputs = info["config"], encode(patterns, info["states"])

    def dense(layer, x):
        return x @ weights[f"{layer}.kernel"] + weights[f"{layer}.bias"]

    def hidden(layer, x):
        return activate(config["activation"], dense(layer, x), weights, layer)

    if info["backbone"] == "cnn":
        x = hidden("neighbourhood", inputs.reshape(len(inputs), -1))
        for i in range(config["depth"]):
            x = hidden(f"pointwise{i + 1}", x)
    elif info["backbone"] in ("p4", "p8"):
        # views[g, j, b]: how much element g of the group weighs cell j with parameter b of a filter.
        seen = np.einsum("gjb,njc->ngbc", weights["views"], inputs)
        order = seen.shape[1]
        x = hidden("lifting", seen.reshape(len(seen), order, -1))
        for i in range(config["depth"]):
            # Element g reads what element u g has seen; in a cyclic group, u g = u + g.
            turns = (np.arange(order)[:, None] + np.arange(order)) % order
            x = hidden(f"group{i + 1}", x[:, turns].reshape(len(x), order, -1))
        x = hidden("pointwise", x.mean(axis=1))
    else:
        sys.exit(f'the backbone "{info["backbone"]}" is not known here')

    logits = dense("outcome", x)
    if config.get("logits") == "less":
        logits = np.hstack([np.zeros((len(logits), 1)), logits])
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    weights, info = load(sys.argv[1])
    states = info["states"]
    if info["config"].get("convolutions", 1) != 1:
        sys.exit("two convolutions on top of each other are not known here")
    first = weights["views"].shape[1] if "views" in weights else weights["neighbourhood.kernel"].shape[0] // (states - 1)
    if len(sys.argv) > 2:
        patterns = np.array([[int(cell) for cell in text.replace("/", "")] for text in sys.argv[2:]])
        if patterns.shape[1] != first:
            sys.exit(f"the neighbourhood {info.get('field', info['neighbourhood'])} has {first} cells")
    elif states**first > 2**16:
        sys.exit(f"there are {states**first} patterns: name those to predict")
    else:
        # The first cell is the most significant digit of a pattern's number.
        digits = states ** np.arange(first - 1, -1, -1)
        patterns = np.arange(states**first)[:, None] // digits % states
    for cells, row in zip(patterns, apply(weights, info, patterns)):
        print("".join(map(str, cells)), *(f"{p:.9f}" for p in row))


if __name__ == "__main__":
    main()
