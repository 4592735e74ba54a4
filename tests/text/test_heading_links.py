"""Links at headings are called after their heading."""

from __future__ import annotations

import pytest
from readinglist.text.heading_links import named

LINK = '<a class="headerlink" href="#x" title="Link to this section">#</a>'
NAMED = '<a class="headerlink" href="#x" title="Link to this section" aria-label="Link to {}">#</a>'

TABLE = {
    "plain": (f'<h2 id="x">The idea{LINK}</h2>', f'<h2 id="x" aria-label="The idea">The idea{NAMED.format("The idea")}</h2>'),
    "markup and signs": (
        f'<h3 id="x">A <em>"B"</em> &amp; &lt;c&gt;\n{LINK}</h3>',
        '<h3 id="x" aria-label="A &quot;B&quot; &amp; &lt;c&gt;">A <em>"B"</em> &amp; &lt;c&gt;\n'
        + NAMED.format("A &quot;B&quot; &amp; &lt;c&gt;")
        + "</h3>",
    ),
    "a formula": (
        f'<h3 id="x">Of <math><mi>β</mi></math>{LINK}</h3>',
        f'<h3 id="x">Of <math><mi>β</mi></math>{NAMED.format("Of β")}</h3>',
    ),
    "no link": ('<h2 id="x">The idea</h2>', '<h2 id="x">The idea</h2>'),
    "one with, one without": (
        f'<h1 id="a">A</h1>\n<p>p</p>\n<h2 id="x">B{LINK}</h2>',
        f'<h1 id="a">A</h1>\n<p>p</p>\n<h2 id="x" aria-label="B">B{NAMED.format("B")}</h2>',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("page", "wanted"), TABLE.values(), ids=TABLE.keys())
def test_a_link_is_called_after_its_heading(page: str, wanted: str) -> None:
    """The link has the heading's words in its name, and the heading its own words alone."""
    assert named(page) == wanted
