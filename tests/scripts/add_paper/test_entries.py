"""The command that adds a paper: exact sentences, exit codes, bytes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import _console
import add_paper
import check_catalogue
import pytest
from _arxiv_client import Pace, Transport
from arxiv_server import Arxiv, Fact, entry_before
from builders import COMMENT

Captured = pytest.CaptureFixture[str]
Run = Callable[..., int]


ENTRY = b"""
  - id: direct-route-estimation
    arxiv: "2305.18290"
    title: "Direct Route Estimation: Your Walking Plan is Secretly a Reward Plan"
    nickname: TODO what people call it
    published: "2023-05-29"
    year: 2023
    latest: {version: 3, date: "2024-07-29"}
    authors:
      - Rafael Rafailov
      - {given: Diego, family: de las Casas}
    organization: TODO where it comes from
    venue: TODO where it was published, arXiv aside, or delete the line
    categories: [cs.LG, cs.AI]
    added: "2026-11-24"
    topics: [TODO]
    level: TODO
    minutes: TODO
    annotation: TODO what the paper is, in one to three sentences
    why_here: TODO why it is in the list, and at this place
    prerequisites:
      - paper: TODO the id of a paper to read before, or delete prerequisites
        reason: TODO what that paper gives the reader
"""
SAID = """list.yaml:{line}: added Direct Route Estimation: Your Walking Plan is Secretly a Reward Plan as {id}.
Next:
  1. Write what is marked TODO. Topics: architecture, training. Levels: easy.
  2. See whether these names are split where they should be: Diego de las Casas ({{given: Diego, family: de las Casas}}).
  3. Run scripts/check_catalogue.py until it finds nothing wrong, then scripts/sync_arxiv.py.
"""


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_an_entry_is_appended(
    run: Run, server: Arxiv, file: Path, capsys: Captured, line_end: bytes, bom: bytes
) -> None:
    """One request; the entry stands after the last, and every other byte is as before."""
    before = bom + file.read_bytes().replace(b"\n", line_end)
    file.write_bytes(before)
    assert run("https://arxiv.org/abs/2305.18290v1") == 0
    old, mark, comment = before.partition(COMMENT.replace(b"\n", line_end))
    assert file.read_bytes() == old + ENTRY.replace(b"\n", line_end) + mark + comment
    assert capsys.readouterr().out == SAID.format(line=38, id="direct-route-estimation")
    assert [request.ids for request in server.asked] == [["2305.18290"]]


def test_both_shapes_give_the_same_entry(run: Run, server: Arxiv, file: Path) -> None:
    """An answer in the shape before 2026 gives the same bytes."""
    server.entry = entry_before
    before = file.read_bytes()
    assert run("arXiv:2305.18290") == 0
    assert file.read_bytes() == before.replace(COMMENT, b"") + ENTRY + COMMENT


def test_the_checker_reports_every_todo(run: Run, file: Path, capsys: Captured) -> None:
    """An entry that nobody wrote is not taken for finished, and does not hinder the next one."""
    assert run("2305.18290") == 0
    capsys.readouterr()
    assert check_catalogue.main(["list.yaml"]) == 1
    said = capsys.readouterr().out
    for key in (
        "nickname",
        "organization",
        "venue",
        "topics",
        "level",
        "minutes",
        "annotation",
        "why_here",
        "paper",
        "reason",
    ):
        line = next(
            n
            for n, line in enumerate(file.read_text().splitlines(), 1)
            if n > 38 and f"{key}: " in line and "TODO" in line
        )
        assert f"list.yaml:{line}:" in said, key


def test_the_old_form_and_a_second_one(run: Run, server: Arxiv, file: Path) -> None:
    """An id of the old form works, beside an entry that is not written yet."""
    server.facts.append(
        Fact(
            "hep-th/9901001",
            "Strings",
            ("A B",),
            "1999-01-01T00:00:00Z",
            1,
            "1999-01-01T00:00:00Z",
            ("hep-th",),
        )
    )
    assert run("2305.18290") == 0
    assert run("https://arxiv.org/pdf/hep-th/9901001v1.pdf") == 0
    assert b'  - id: strings\n    arxiv: "hep-th/9901001"\n' in file.read_bytes()


def test_after_places_it(run: Run, file: Path, capsys: Captured) -> None:
    """--after puts it behind that paper, and --id names it."""
    before = file.read_bytes()
    assert run("2305.18290", "--after", "first", "--id", "way") == 0
    at = before.index(b'  - id: "second"')
    named = ENTRY.replace(b"direct-route-estimation", b"way", 1)
    assert file.read_bytes() == before[:at] + named + before[at:]
    assert capsys.readouterr().out == SAID.format(line=22, id="way")


def test_dry_run_shows_and_leaves(run: Run, file: Path, capsys: Captured) -> None:
    """--dry-run prints the change as a diff and writes nothing."""
    before = file.read_bytes()
    assert run("2305.18290", "--dry-run") == 0
    said = capsys.readouterr().out
    assert said.startswith("--- list.yaml\n+++ list.yaml\n@@ -")
    assert [line[1:] for line in said.splitlines()[2:] if line.startswith("+")] == ENTRY.decode().rstrip(
        "\n"
    ).split("\n")
    assert file.read_bytes() == before


REFUSED = [
    (
        ["1706.00002v5"],
        "arXiv 1706.00002 is in the list already, as 'second' (list.yaml, line 22). Nothing was added.\n",
        0,
    ),
    (["2305.99999"], "arXiv knows no paper 2305.99999. Check the id.\n", 1),
    (
        ["labyrinth"],
        "'labyrinth' is not a paper on arXiv. Give an id, as in 2305.18290 or hep-th/9901001, or the address of a paper on arxiv.org.\n",
        0,
    ),
    (["2305.18290", "--after", "frst"], "there is no paper 'frst' in list.yaml. Did you mean 'first'?\n", 0),
    (["2305.18290", "--id", "old"], "the id 'old' is taken. Choose another.\n", 0),
    (
        ["2305.18290", "--id", "WAY"],
        "'WAY' is not an id. Write up to 64 lower-case letters, digits and single hyphens, for example way.\n",
        0,
    ),
]


@pytest.mark.parametrize(("arguments", "sentence", "requests"), REFUSED)
def test_what_cannot_be_added_is_one(
    run: Run, server: Arxiv, file: Path, capsys: Captured, arguments: list[str], sentence: str, requests: int
) -> None:
    """A sentence, exit code 1, the file untouched, and arXiv is not asked in vain."""
    before = file.read_bytes()
    assert run(*arguments) == 1
    assert capsys.readouterr() == ("", sentence)
    assert file.read_bytes() == before
    assert len(server.asked) == requests


def test_a_withdrawn_paper_is_refused(run: Run, server: Arxiv, file: Path, capsys: Captured) -> None:
    """A paper whose latest version is withdrawn is not added."""
    before = file.read_bytes()
    server.changed(comment="This paper has been withdrawn by the authors", title="Gone")
    assert run("2305.18290") == 1
    assert (
        capsys.readouterr().err
        == "arXiv 2305.18290, 'Gone', is withdrawn (version 3). Nothing was added; where that is not so, or does not matter, add --withdrawn.\n"
    )
    assert file.read_bytes() == before


def test_a_withdrawal_may_be_overruled(run: Run, server: Arxiv, file: Path, capsys: Captured) -> None:
    """With --withdrawn it is added, and how to say so to the sync is among what is left to do."""
    server.changed(comment="This paper has been withdrawn by the authors")
    assert run("2305.18290", "--withdrawn") == 0
    assert b'arxiv: "2305.18290"' in file.read_bytes()
    assert "departures: [{key: withdrawn, reason: …}]" in capsys.readouterr().out


def test_an_id_that_yaml_reads_otherwise_is_quoted(run: Run, server: Arxiv, file: Path) -> None:
    """Made of a title, or chosen: it is text in the file, and can be named again."""
    server.changed(title="007: Licence to Learn")
    assert run("2305.18290") == 0
    assert b'  - id: "007"\n' in file.read_bytes()
    server.facts.append(Fact("1802.07222", "No"))
    assert run("1802.07222", "--id", "2001", "--after", "007") == 0
    assert b'  - id: "2001"\n' in file.read_bytes()


def test_what_no_entry_can_hold_is_said(run: Run, server: Arxiv, file: Path, capsys: Captured) -> None:
    """What arXiv has and an entry cannot hold is named, and the rest is added."""
    server.changed(doi="to appear", categories=("cs.LG", "I.2.6"))
    assert run("2305.18290") == 0
    assert (
        "arXiv has doi: 'to appear', which an entry cannot hold: see what is meant."
        in capsys.readouterr().out
    )


def test_arguments_come_in_any_order(server: Arxiv, file: Path) -> None:
    """An option between the paper and the file is no hindrance."""
    connect = partial(Transport, pace=Pace(0), timeout=20)
    given = ["--base-url", server.url, "2305.18290", "--after", "first", "list.yaml", "--dry-run"]
    assert _console.run(lambda: add_paper.main(given, connect)) == 0
