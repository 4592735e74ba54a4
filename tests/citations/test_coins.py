"""What collectors find in a page, read as the KEV form of OpenURL says."""

from __future__ import annotations

from urllib.parse import parse_qs

from readinglist.citations.coins import coins
from references import PAPERS

READ = {paper.id: parse_qs(coins(paper), strict_parsing=True) for paper in PAPERS}


def test_a_paper_in_proceedings() -> None:
    """The genre and keys by which it is told from a book; authors in order, family names first."""
    read = READ["mazo"]
    assert read["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:book"]
    assert (read["rft.genre"], read["rft.btitle"]) == (
        ["proceeding"],
        ["Proceedings of the Workshops & Talks"],
    )
    assert read["rft.atitle"] == ["MAZO: On the W-Shaped Halls of eMaze-7 & 50% of O(n^2) Costs"]
    assert read["rft.au"] == ["Galois, Évariste", "Sierpiński, Wacław", "de las Casas, Diego"]
    assert (read["rft.pages"], read["rft.date"]) == (["5998-6008"], ["2019"])
    assert read["rft_id"] == ["info:doi/10.1000/maze_1", "https://arxiv.org/abs/1706.00001"]


def test_a_preprint() -> None:
    """Its type, the day of version 1 and its address on arXiv; a group is no person."""
    read = READ["hand"]
    assert (read["rft.type"], read["rft.date"]) == (["preprint"], ["2017-06-12"])
    assert read["rft.identifier"] == ["https://arxiv.org/abs/1706.00002"]
    assert read["rft.aucorp"] == ["The Maze Group and Friends"] and "rft.au" not in read


def test_an_article_and_a_report() -> None:
    """The journal with the number of the article for pages; the institution as who published a report."""
    article, report = READ["wall"], READ["plan"]
    assert (article["rft.jtitle"], article["rft.pages"]) == (["Journal of Mazes"], ["127"])
    assert (report["rft.genre"], report["rft.btitle"]) == (["report"], ["Plans, in Short"])
    assert report["rft.pub"] == ["Maze Institute"]


def test_no_plus_is_left_to_be_taken_for_a_blank() -> None:
    """Collectors disagree on what a plus means; every sign beyond words is a code."""
    assert not {"+", " ", '"', "<"} & set("".join(map(coins, PAPERS)))
