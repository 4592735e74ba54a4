"""What is kept of earlier builds: found by what it was made of, and doubted."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import mkdocs_cache
import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs_cache import Compiled, Store, digest


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty one, of a catalogue that is there."""
    (tmp_path / "papers.yaml").touch()
    return Store(tmp_path, tmp_path / "papers.yaml", "this code")


def entries(tmp_path: Path) -> list[Path]:
    """The files that the store wrote."""
    return [file for file in tmp_path.glob("*/*") if file.name != "of"]


def test_parts_are_told_apart() -> None:
    """The same text in other parts, or in another order, has another name."""
    assert (
        len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("c", "ab"), digest("ab", "c", "")})
        == 5
    )


def test_a_value_is_found_by_what_it_was_made_of(store: Store, tmp_path: Path) -> None:
    """The same parts find it, also later; other parts, another kind and other code do not."""
    store.put(store.key("text", "# One"), {"content": "é \ud800"})
    later = Store(tmp_path, tmp_path / "papers.yaml", "this code")
    assert later.get(later.key("text", "# One")) == {"content": "é \ud800"}
    assert later.get(later.key("text", "# Two")) is None
    assert later.get(later.key("sound", "# One")) is None
    other = Store(tmp_path, tmp_path / "papers.yaml", "other code")
    assert other.get(other.key("text", "# One")) is None


@pytest.mark.parametrize("damage", [b"", b"\n", b"[1]", None, b"0" * 64 + b"\n[1]"])
def test_a_damaged_entry_is_none(store: Store, tmp_path: Path, damage: bytes | None) -> None:
    """An entry that was cut, changed, or swapped for a sound one of another name is as good as none."""
    one, two = store.key("text", "1"), store.key("text", "2")
    store.put(one, [1])
    store.put(two, [2])
    files = {file.name: file for file in entries(tmp_path)}
    files[one].write_bytes(files[two].read_bytes() if damage is None else damage)
    assert store.get(one) is None and store.get(two) == [2]
    store.put(one, [1])
    assert store.get(one) == [1]


def test_every_bit_counts(store: Store, tmp_path: Path) -> None:
    """An entry with any one byte changed is none."""
    key = store.key("text", "1")
    store.put(key, ["x"])
    (file,) = entries(tmp_path)
    sound = file.read_bytes()
    for at in range(len(sound)):
        file.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        assert store.get(key) is None, at


def test_what_a_build_had_no_use_for_goes(store: Store, tmp_path: Path) -> None:
    """A sweep leaves what was asked for and found, or kept, since the beginning, and nothing half written."""
    for text in "abc":
        store.put(store.key("text", text), text)
    (entries(tmp_path)[0].parent / ".half").write_text("x")
    later = Store(tmp_path, tmp_path / "papers.yaml", "this code")
    later.get(later.key("text", "a"))
    later.put(later.key("text", "d"), "d")
    later.sweep()
    assert {file.name for file in entries(tmp_path)} == {later.key("text", "a"), later.key("text", "d")}


def test_what_was_kept_of_a_catalogue_that_is_gone_goes(store: Store, tmp_path: Path) -> None:
    """Each catalogue has its own entries, which a sweep leaves as long as it is there."""
    (tmp_path / "other.yaml").touch()
    store.put(store.key("text", "a"), "a")
    other = Store(tmp_path, tmp_path / "other.yaml")
    other.sweep()
    assert len(entries(tmp_path)) == 1
    (tmp_path / "papers.yaml").unlink()
    other.sweep()
    assert entries(tmp_path) == []


def test_a_folder_that_cannot_be_had_keeps_nothing(tmp_path: Path) -> None:
    """Where a file is in the way, all goes on without."""
    (tmp_path / "kept").write_text("a file")
    store = Store(tmp_path / "kept", tmp_path)
    store.put("a", 1)
    store.sweep()
    assert store.get("a") is None
    assert (tmp_path / "kept").read_text() == "a file"


TEXT = "# One\n\n## Two `<i>`\n\n[There](b.md#x) and [here](#two-i).\n\n### Three\n\n<p id='y'>Raw</p>\n"


def rendered(store: Store, text: str = TEXT, others: tuple[str, ...] = ("b.md",)) -> Page:
    """A page as MkDocs has it after rendering its Markdown."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "validation": {"links": {"anchors": "warn"}}})
    config.validate()
    config.plugins.on_startup(command="build", dirty=False)
    files = Files([File.generated(config, uri, content="") for uri in ("a.md", *others)])
    file = files.get_file_from_path("a.md")
    assert file
    page = Page(None, file, config)
    page.markdown = text
    mkdocs_cache.remember(page, store, mkdocs_cache.names(files))
    page.render(config, files)
    return page


def parts(page: Page) -> object:
    """All that rendering gives a page."""
    links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
    active = [vars(link).get("active") for link in page.toc]
    return page.content, page.title, str(page.toc), active, page.present_anchor_ids, links


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """MkDocs at its usual level, and its messages."""
    caplog.set_level(logging.INFO, "mkdocs")
    return caplog


@pytest.mark.usefixtures("heard")
def test_a_page_from_the_store_is_the_same(store: Store, tmp_path: Path) -> None:
    """HTML, title, contents, anchors and links to anchors are those of a page that was rendered."""
    first = rendered(store)
    (entry,) = entries(tmp_path)
    sound = entry.read_bytes()
    again = rendered(store)
    assert parts(again) == parts(first)
    assert entry.read_bytes() == sound
    text = sound.partition(b"\n")[2].replace(b"Raw", b"New")
    entry.write_bytes(digest(entry.name, text).encode() + b"\n" + text)
    assert "New" in (rendered(store).content or "")  # so that it was taken from there


@pytest.mark.usefixtures("heard")
def test_a_link_is_as_good_as_what_it_leads_to(store: Store, tmp_path: Path) -> None:
    """A page is rendered anew where any file came, went or was renamed."""
    rendered(store)
    rendered(store, others=("b.md", "c.md"))
    rendered(store, text=f"{TEXT} ")
    assert len(entries(tmp_path)) == 3


def test_a_warning_comes_again(store: Store, tmp_path: Path, heard: pytest.LogCaptureFixture) -> None:
    """A page that gave a warning is not kept, so that every build gives it."""
    for _ in range(2):
        heard.clear()
        rendered(store, others=())
        assert "'b.md#x'" in heard.text
    assert entries(tmp_path) == []


def test_where_nobody_listens_nothing_is_kept(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Under --quiet a warning goes unsaid, and must not be lost for the next build."""
    caplog.set_level(logging.ERROR, "mkdocs")
    rendered(store)
    assert entries(tmp_path) == []


def test_a_template_is_compiled_once(store: Store) -> None:
    """A template comes from the store as long as its source is the same, and is compiled anew when not."""
    compiled: list[str] = []

    class Watched(Environment):
        def _generate(self, source: Any, name: str | None, *rest: Any, **more: Any) -> str:
            compiled.append(str(name))
            return super()._generate(source, name, *rest, **more)

    def show(text: str) -> str:
        environment = Watched(loader=DictLoader({"a.html": text}), bytecode_cache=Compiled(store))
        return environment.get_template("a.html").render(x=1)

    assert [show("{{ x }}"), show("{{ x }}"), show("<{{ x }}>")] == ["1", "1", "<1>"]
    assert len(compiled) == 2
