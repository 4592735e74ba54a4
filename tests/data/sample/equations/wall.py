"""The bound of the hand on the wall (section 2), and a walk that reaches it."""

from collections.abc import Iterator


def turns(crossings: int) -> int:
    """The most turns in a maze with this many crossings."""
    return 2 * crossings


def walk(lengths: list[int], back: bool = True) -> int:
    """The steps along passages of these lengths, there and, where it says so, back."""
    return sum(lengths) * (2 if back else 1)


def longest(crossings: int, passage: int) -> int:
    """The longest walk where every passage has one length."""
    return turns(crossings) * passage


def reproduced() -> Iterator[tuple[str, int, int, str, str]]:
    """What the paper prints, beside what this computes."""
    yield "Turns at 4 crossings", turns(4), 8, "Table 1", ""
    yield "Steps of the example", walk([1, 2, 3]), 13, "Section 2", "The paper counts the door."


if __name__ == "__main__":
    for row in reproduced():
        print(*row, sep="\t")  # noqa: T201
