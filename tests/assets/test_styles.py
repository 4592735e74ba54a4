"""A sheet keeps every rule that a page can use, and no other."""

from __future__ import annotations

import pytest
from readinglist.assets.styles import Vocabulary, used
from readinglist.pages import safety

FRAME = """<!doctype html>
<html lang="en" class="no-js"><body dir="ltr" data-md-color-scheme="default">
<header class="md-header" id="__header"><a href="x/" class="md-header__title">Words</a></header>
</body></html>"""
OURS = 'place.classList.add("rl-begun"); place.dataset.setLate = "other"; page.className = "late";'
THEIRS = 'e("md-header--shadow"), f("md-tooltip"), g("tabbed-set"), h("md-x", "data-md-visible");'


def pages(plain: bool = True) -> Vocabulary:
    """What pages of the frame can have."""
    return Vocabulary.of(safety.tags(FRAME), [OURS], [THEIRS], plain)


KEPT = [
    "a{color:red}",
    "*{color:red}",
    "table td:nth-child(2)>math{color:red}",
    ".md-header .md-header__title:hover::before{color:red}",
    ".md-header--shadow{color:red}",
    ".no-js .late{color:red}",
    ".rl-anything.admonition .nt{color:red}",
    "#__header{color:red}",
    "#any-heading:target{color:red}",
    "[dir=ltr] [dir=auto]{color:red}",
    '[data-md-color-scheme="default"] a[href^="x"]{color:red}',
    "[data-md-visible]{color:red}",
    "[data-set-late=other] a{color:red}",
    ":root{--read:1;color:var(--read)}",
    "a:not(.md-search){color:red}",
    "a:is(.md-search,b:not(.md-footer)){color:red}",
    '@font-face{font-family:"Face; {a}";src:url(a.woff2)}',
    "@media screen and (min-width:1em){a{color:red}@supports (top:0){b{top:0}}}",
    "@keyframes turn{from{top:0}to{top:1px}}",
    'a{background:url("data:image/svg+xml,<svg>{};\'</svg>")}',
    ".md-header\\:wide,a{color:red}".replace(".md-header\\:wide,", ""),
]


@pytest.mark.parametrize("rule", KEPT)
def test_what_a_page_can_use_is_kept(rule: str) -> None:
    """Rules for the frame, for texts and for what scripts add come through as they are."""
    assert used(rule, pages()) == rule


DROPPED = {
    ".md-search{color:red}": "",
    ".md-tooltip{color:red}": "",
    "a .md-search a{color:red}": "",
    "blink{color:red}": "",
    "#__search{color:red}": "",
    "[dir=rtl] a{color:red}": "",
    "[data-md-color-scheme=slate]{color:red}": "",
    "[data-md-color-primary]{color:red}": "",
    ".md-search,a,.md-x:hover{color:red}": "a{color:red}",
    ".md\\:wide,a{color:red}": "a{color:red}",
    "a:is(.b,.c),.md-search:not(a,b){color:red}": "a:is(.b,.c){color:red}",
    "@media print{.md-search{color:red}}a{top:0}": "a{top:0}",
    '@charset "UTF-8";a{top:0}': "a{top:0}",
    ":root{--a:var(--b);--b:1;--c:url('x;y');top:var(--d)}": ":root{top:var(--d)}",
}


@pytest.mark.parametrize("rule", DROPPED)
def test_what_no_page_can_use_goes(rule: str) -> None:
    """Selectors go one by one, then what is empty, and variables that nothing reads."""
    assert used(rule, pages()) == DROPPED[rule]


def test_where_scripts_add_parts_their_rules_are_kept() -> None:
    """With a feature of the theme that adds parts to a page, all that its scripts name is kept."""
    assert used(".md-tooltip{top:0}", pages(plain=False)) == ".md-tooltip{top:0}"
