"""GPT-3 (arXiv 2005.14165): its sizes and cost (Table D.1), and what few-shot means (section 2)."""

import numpy as np

V, n_ctx = 50257, 2048  # GPT-2's vocabulary, which this paper does not print; section 2.1
D = 300e9  # tokens that each model reads (Table 2.1)
PF_DAY = 1e15 * 24 * 3600  # operations in a petaFLOP/s-day

# Table 2.1 (layers, width; 13B's 5,140 mended) and Table D.1 (millions of parameters)
MODELS = {
    "Small": (12, 768, "125"),
    "Medium": (24, 1024, "356"),
    "Large": (24, 1536, "760"),
    "XL": (24, 2048, "1,320"),
    "2.7B": (32, 2560, "2,650"),
    "6.7B": (32, 4096, "6,660"),
    "13B": (40, 5120, "12,850"),
    "175B": (96, 12288, "174,600"),
}


def parameters(n_layers, d_model):
    """Weights: 12 d^2 a layer (attention 4, feed-forward network 8), and two embeddings."""
    return 12 * n_layers * d_model**2 + (V + n_ctx) * d_model


def compute(N, D=D):
    """Operations to train N parameters on D tokens: 2 forwards and 4 backwards for each pair."""
    return 6 * N * D


def loss(p):
    """Mean surprise, in nats per token, at T tokens that the model gave probabilities p: (T,)."""
    return -np.mean(np.log(p))


def prompt(d, examples, x):
    """The text s to be continued: description, K solved examples (x, y), open question."""
    return "\n".join([d] + [f"{x_i} => {y_i}" for x_i, y_i in examples] + [f"{x} =>"])


def probability(p):
    """Probability of an answer: the product over its m tokens, each given those before; p: (m,)."""
    return np.prod(p)


def score(given_prompt, given_cue):
    """How many times likelier the prompt s makes an answer than the bare cue s_0 does."""
    return given_prompt / given_cue


def most_examples(tokens_each, tokens_besides=0):
    """The largest K whose examples fit in the window beside all else, the answer included."""
    return int((n_ctx - tokens_besides) // tokens_each)


def trend(C):
    """The dashed line of Figure 3.1: nats per token after C petaFLOP/s-days."""
    return 2.57 * C**-0.048


def reproduced():
    """Rows of quantity, computed, printed, where, why they differ: this module and the paper."""
    rows = []
    for name, (n_layers, d_model, printed) in MODELS.items():
        N = parameters(n_layers, d_model) / 1e6
        digits = 0 if N < 1000 else -1 if N < 1e5 else -2  # as the table rounds
        computed = f"{round(N, digits):,.0f}"
        rows.append((f"Millions of parameters, {name}", computed, printed, "Table D.1", ""))
    slip = f"{round(parameters(40, 5140) / 1e6, -1):,.0f}"
    why = "Width 5,140 is a slip: 5,120 gives the printed count."
    rows.append(("The same, 13B of the printed width", slip, "12,850", "Tables 2.1, D.1", why))
    C = compute(parameters(96, 12288))
    rows.append(("Operations to train 175B", f"{C:.2E}", "3.14E+23", "Table D.1", ""))
    return [*rows, ("In petaFLOP/s-days", f"{C / PF_DAY:.2E}", "3.64E+03", "Table D.1", "")]


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
