"""The Pile (arXiv 2101.00027): weights (Table 1), bits per byte (3.1), size and loss (3.2, 3.3)."""

import numpy as np

PARTS = {  # Table 1: raw size in GiB, epochs, effective size in GiB as printed
    "Pile-CC": (227.12, 1.0, 227.12),
    "PubMed Central": (90.27, 2.0, 180.55),
    "Books3": (100.96, 1.5, 151.44),
    "OpenWebText2": (62.77, 2.0, 125.54),
    "ArXiv": (56.21, 2.0, 112.42),
    "GitHub": (95.16, 1.0, 95.16),
    "FreeLaw": (51.15, 1.5, 76.73),
    "Stack Exchange": (32.20, 2.0, 64.39),
    "USPTO Backgrounds": (22.90, 2.0, 45.81),
    "PubMed Abstracts": (19.26, 2.0, 38.53),
    "Gutenberg (PG-19)": (10.88, 2.5, 27.19),
    "OpenSubtitles": (12.98, 1.5, 19.47),
    "Wikipedia (en)": (6.38, 3.0, 19.13),
    "DM Mathematics": (7.75, 2.0, 15.49),
    "Ubuntu IRC": (5.52, 2.0, 11.03),
    "BookCorpus2": (6.30, 1.5, 9.45),
    "EuroParl": (4.59, 2.0, 9.17),
    "HackerNews": (3.90, 2.0, 7.80),
    "YouTube Subtitles": (3.73, 2.0, 7.47),
    "PhilPapers": (2.38, 2.0, 4.76),
    "NIH ExPorter": (1.89, 2.0, 3.79),
    "Enron Emails": (0.88, 2.0, 1.76),
}
# Table 2: GPT-2's four sizes, then ada, babbage, curie and davinci as sizes of GPT-3
SIZES = [124e6, 355e6, 774e6, 1.54e9, 2.7e9, 6.7e9, 13e9, 175e9]
BPB = [1.2253, 1.0928, 1.0828, 1.0468, 0.9631, 0.8718, 0.7980, 0.7177]


def weights(s, e):
    """Share of each part in the training text, from raw sizes s and epochs e, both (parts,)."""
    effective = np.multiply(s, e)
    return effective / effective.sum()


def bits_per_byte(loss, L_T, L_B):
    """A loss in nats per token on L_T tokens, spread over the L_B bytes of the same text."""
    return L_T / L_B * loss / np.log(2)


def text_bits_per_byte(p, text):
    """The same for a text whose tokens the model gave the probabilities p: (tokens,)."""
    return bits_per_byte(-np.mean(np.log(p)), len(p), len(text.encode()))


def delta(gpt3_set, gpt3_owt2, pile_set, pile_owt2):
    """How much more a part costs GPT-3 than it costs a model that has read such text."""
    return (gpt3_set - gpt3_owt2) - (pile_set - pile_owt2)


def line(sizes, bpb):
    """Slope and intercept of least squares through bits per byte against log10 of the size."""
    return np.polyfit(np.log10(sizes), bpb, 1)


def reproduced():
    """Rows of quantity, computed, printed, where, why they differ: this module and the paper."""
    s, _, effective = np.array(list(PARTS.values())).T
    share = dict(zip(PARTS, weights(effective, 1), strict=True))  # the epochs are in already
    slope, intercept = line(SIZES, BPB)
    rows = [
        ("Raw size, GiB", f"{s.sum():,.2f}", "825.18", "Table 1", ""),
        ("Effective size, GiB", f"{effective.sum():,.2f}", "1,254.20", "Table 1", ""),
        ("Slope of bits per byte", f"{slope:.4f}", "-0.1674", "Figure 2", ""),
        ("Intercept", f"{intercept:.4f}", "2.5516", "Figure 2", ""),
    ]
    for name, weight in [("Pile-CC", "18.11%"), ("Books3", "12.07%"), ("Wikipedia (en)", "1.53%")]:
        rows.append((f"Weight of {name}", f"{share[name]:.2%}", weight, "Table 1", ""))
    return rows


if __name__ == "__main__":
    for quantity, computed, printed, where, why in reproduced():
        print(f"{quantity:<46} {computed:>14} {printed:>14}  {where}{'  ' + why if why else ''}")
