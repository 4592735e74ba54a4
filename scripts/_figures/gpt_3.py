"""GPT-3: fine-tuning changes the weights with each example, few-shot only reads the examples."""

from __future__ import annotations

from types import ModuleType

from _drawing import WIDE, Drawing, Sketch

TASK, QUESTION, ANSWER = "From English to French:", "bread", "pain"
EXAMPLES = (("good night", "bonne nuit"), ("thank you", "merci"))
TOKENS, BESIDES = 10, 20
"""Of an example, and of the task, the question and the answer together: our assumption."""
BAR = 284
"""Length of the context window, in pixels."""
PITCH = 19
"""From line to line of a prompt."""
TITLE = "Two ways to use examples: fine-tuning and few-shot"
DESCRIPTION = (
    "Fine-tuning: each example goes through the model, and a gradient changes all weights, from theta 0 to "
    "theta 1 to theta 2, before the question is asked. Few-shot: the task, both examples and the question "
    "are one text, and a model whose weights stay theta 0 continues it with the answer. The text fills 40 "
    "of the 2,048 tokens of the window."
)


def drawing(gpt_3: ModuleType) -> Drawing:
    """The page's prompt, with two examples."""
    used = BESIDES + len(EXAMPLES) * TOKENS
    most = gpt_3.most_examples(TOKENS, BESIDES)

    def picture(width: int) -> str:
        sketch = Sketch(width, 236 if width == WIDE else 470, TITLE, DESCRIPTION)
        x, y = (320, 0) if width == WIDE else (0, 240)
        _fine_tuning(sketch)
        _few_shot(sketch, x, y, gpt_3)
        _window(sketch, x, y, used, gpt_3)
        return sketch.svg(control="gpt-3", at=f"{x} {y}")

    head = ["way", "examples", "tokens read at once", "weights changed", "room for examples"]
    weights = f"{gpt_3.parameters(*gpt_3.MODELS['175B'][:2]):,}"
    rows = [
        ["fine-tuning", len(EXAMPLES), TOKENS, weights, "any number"],
        ["few-shot", len(EXAMPLES), used, 0, most],
    ]
    return Drawing(picture, [head, *rows])


def _fine_tuning(sketch: Sketch) -> None:
    sketch.text(0, 14, "Fine-tuning", bold=True)
    sketch.text(84, 14, "each example changes the weights", colour="faded")
    for n, (x, y) in enumerate(EXAMPLES):
        top, part = 32 + 62 * n, f"row{n}"
        _card(sketch, top, f"{x} => {y}", part)
        _model(sketch, 0, top, f"θ{'₀₁'[n]}", part)
        sketch.line((212, top + 33), (212, top + 59), colour="accent", arrow=True, part=part)
        sketch.text(220, top + 50, "gradient", colour="accent", part=part)
    sketch.text(6, 148, "", colour="faded", part="more-steps")
    _card(sketch, 156, f"{QUESTION} =>")
    _model(sketch, 0, 156, "θ₂", last="last")
    _answer(sketch, 0, 171)
    sketch.text(0, 222, "weights changed:")
    sketch.text(112, 222, "all, 2 times", colour="accent", part="changes")


def _few_shot(sketch: Sketch, x: float, y: float, gpt_3: ModuleType) -> None:
    sketch.text(x, y + 14, "Few-shot", bold=True, part="name")
    sketch.text(x + 76, y + 14, "the examples are only read", colour="faded")
    lines = gpt_3.prompt(TASK, EXAMPLES, QUESTION).split("\n")
    sketch.rect(
        x, y + 32, 172, 12 + PITCH * len(lines), fill="topic-1", opacity=0.12, radius=4, part="prompt"
    )
    for n, line in enumerate(lines):
        name = ("task", "example0", "example1", "question")[n]
        sketch.text(x + 6, y + 50 + PITCH * n, line, part=name)
    sketch.text(x + 6, y + 50 + PITCH * 3, "", colour="faded", part="more-examples")
    _model(sketch, x, y + 60, "θ₀")
    _answer(sketch, x, y + 75)


def _window(sketch: Sketch, x: float, y: float, used: int, gpt_3: ModuleType) -> None:
    filled = f"window: {used} of {gpt_3.n_ctx:,} tokens"
    sketch.text(x, y + 168, filled, colour="faded", part="filled")
    room = f"room for {gpt_3.most_examples(TOKENS, BESIDES)}"
    sketch.text(x + BAR, y + 168, room, anchor="end", colour="faded", part="room")
    sketch.rect(x, y + 176, BAR, 14, fill="topic-1", opacity=0.12)
    sketch.rect(x, y + 176, BAR * used / gpt_3.n_ctx, 14, fill="accent", part="used")
    sketch.text(x, y + 222, "weights changed:")
    sketch.text(x + 112, y + 222, "none", colour="accent")


def _card(sketch: Sketch, y: float, line: str, part: str = "") -> None:
    sketch.rect(0, y + 3, 172, 24, fill="topic-1", opacity=0.12, radius=4, part=part)
    sketch.text(6, y + 19, line, part=part)


def _model(sketch: Sketch, x: float, y: float, weights: str, part: str = "", last: str = "") -> None:
    sketch.line((x + 175, y + 15), (x + 187, y + 15), arrow=True, part=part)
    sketch.rect(x + 191, y, 42, 30, stroke="ink", radius=4, part=part)
    sketch.text(x + 212, y + 20, weights, anchor="middle", italic=True, part=part or last)


def _answer(sketch: Sketch, x: float, y: float) -> None:
    sketch.line((x + 236, y), (x + 248, y), arrow=True)
    sketch.text(x + 252, y + 4, ANSWER, bold=True)
