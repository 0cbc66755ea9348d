"""Applies a model that Rulescope trained, with NumPy alone.

    npm run -s rulescope -- run examples/highlife.json --out runs/highlife
    python examples/apply_model.py runs/highlife/model.safetensors            # every pattern
    python examples/apply_model.py runs/highlife/model.safetensors 111/000/000

Prints the probability of each next state, one line for each pattern. A pattern is the cells of the neighbourhood,
row by row; slashes are for the eye. A model that sees further than the rule answers for a pattern of the rule with the
mean over the surroundings that it carries along; name all the cells that it sees (25 for 5×5) and it answers for those.
Knows the backbones cnn, p4 and p8.
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


def square(radius):
    """Cells (x, y) of a square, row by row: the order of the cells in every pattern."""
    side = range(-radius, radius + 1)
    return [(x, y) for y in side for x in side]


def neighbourhood(name):
    """Cells of a neighbourhood by its name, as "moore-1"."""
    kind, radius = name.rsplit("-", 1)
    keep = {
        "moore": lambda x, y: True,
        "von-neumann": lambda x, y: abs(x) + abs(y) <= int(radius),
        "hexagonal": lambda x, y: x + y != 0 or x == 0,
        "line": lambda x, y: y == 0,
    }[kind]
    return [cell for cell in square(int(radius)) if keep(*cell)]


def fields(info):
    """Cells of the rule, of one kernel, and of all that the network sees: two kernels on top of each other see more."""
    rule, kernel = neighbourhood(info["neighbourhood"]), info["config"].get("kernel", "rule")
    if kernel == "rule":
        kernel = rule
    else:
        kernel = [(x, y) for x, y in square(kernel // 2) if y == 0 or not info["neighbourhood"].startswith("line")]
    if info["config"].get("convolutions", 1) == 1:
        return rule, kernel, kernel
    sums = {(a + x, b + y) for a, b in kernel for x, y in kernel}
    return rule, kernel, sorted(sums, key=lambda cell: cell[::-1])


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


def apply(weights, info, seen):
    """Probabilities [N, states] of the next state for all the cells that the network sees [N, cells]."""
    config, (_, kernel, field) = info["config"], fields(info)
    # What the first convolution reads at each position that a second one reads; at one position without a second.
    positions = kernel if config.get("convolutions", 1) == 2 else [(0, 0)]
    patches = [[field.index((a + x, b + y)) for x, y in kernel] for a, b in positions]
    inputs = encode(seen[:, patches].reshape(-1, len(kernel)), info["states"])

    def dense(layer, x):
        return x @ weights[f"{layer}.kernel"] + weights[f"{layer}.bias"]

    def hidden(layer, x):
        return activate(config["activation"], dense(layer, x), weights, layer)

    if info["backbone"] == "cnn":
        x = hidden("neighbourhood", inputs.reshape(len(inputs), -1))
        if len(positions) > 1:
            x = hidden("neighbourhood2", x.reshape(len(seen), -1))
        for i in range(config["depth"]):
            x = hidden(f"pointwise{i + 1}", x)
    elif info["backbone"] in ("p4", "p8"):
        # views[g, j, b]: how much element g of the group weighs cell j with parameter b of a filter.
        views = weights["views"]
        looked = np.einsum("gjb,njc->ngbc", views, inputs)
        order = len(views)
        x = hidden("lifting", looked.reshape(len(looked), order, -1))
        # Element g reads what element u g has seen; in a cyclic group, u g = u + g.
        turns = (np.arange(order)[:, None] + np.arange(order)) % order
        if len(positions) > 1:
            # Element g reads at position g i with the weights of position i.
            turned = views.argmax(axis=1)
            x = x.reshape(len(seen), len(positions), order, -1)[:, turned[:, :, None], turns[:, None, :]]
            x = hidden("lifting2", x.reshape(len(seen), order, -1))
        for i in range(config["depth"]):
            x = hidden(f"group{i + 1}", x[:, turns].reshape(len(x), order, -1))
        x = hidden("pointwise", x.mean(axis=1))
    else:
        sys.exit(f'the backbone "{info["backbone"]}" is not known here')

    logits = dense("outcome", x)
    if config.get("logits") == "less":
        logits = np.hstack([np.zeros((len(logits), 1)), logits])
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def predict(weights, info, patterns):
    """Probabilities [N, states] for patterns of the rule [N, cells], or for all the cells that the network sees."""
    rule, _, field = fields(info)
    if patterns.shape[1] == len(field):
        return apply(weights, info, patterns)
    if patterns.shape[1] != len(rule):
        sys.exit(f"a pattern of {info['neighbourhood']} has {len(rule)} cells, and the network sees {len(field)}")
    outer = [i for i, cell in enumerate(field) if cell not in rule]
    around = weights["surroundings"].astype(int)
    seen = np.empty((len(patterns), len(around), len(field)), int)
    seen[:, :, [field.index(cell) for cell in rule]] = patterns[:, None, :]
    seen[:, :, outer] = around
    return apply(weights, info, seen.reshape(-1, len(field))).reshape(len(patterns), len(around), -1).mean(axis=1)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    weights, info = load(sys.argv[1])
    states, cells = info["states"], len(fields(info)[0])
    if len(sys.argv) > 2:
        named = [[int(cell) for cell in text.replace("/", "")] for text in sys.argv[2:]]
        if len({len(pattern) for pattern in named}) > 1:
            sys.exit("all patterns have to have as many cells")
        patterns = np.array(named)
    elif states**cells > 2**16:
        sys.exit(f"there are {states**cells} patterns: name those to predict")
    else:
        # The first cell is the most significant digit of a pattern's number.
        digits = states ** np.arange(cells - 1, -1, -1)
        patterns = np.arange(states**cells)[:, None] // digits % states
    for pattern, row in zip(patterns, predict(weights, info, patterns)):
        print("".join(map(str, pattern)), *(f"{p:.9f}" for p in row))


if __name__ == "__main__":
    main()
