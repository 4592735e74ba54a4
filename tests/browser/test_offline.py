"""The site kept in a browser: on demand, whole, read with the network cut, one edition at a time, taken away again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import sample
from axe_playwright_python.sync_playwright import Axe
from look import searched
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from readinglist.exports.offline import offline_json
from serving import served

FIRST = sample.catalogue().papers[0]
NEW = "A sentence of the newer edition."
HELD = """async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).filter(name => name.split(" ").length > 2).length]"""
"""How many workers there are, and how many caches."""
ONE_LEFT = f"""async () => {{
    const frame = () => new Promise(requestAnimationFrame);
    for (let left = 600; left; left--, await frame()) if ((await ({HELD})())[1] === 1) return true;
    return false}}"""
"""Whether there comes to be one cache: the worker lets go of others in its own time."""


@dataclass
class Site:
    """A copy of the sample on a host that can be shut, and a browser."""

    folder: Path
    context: BrowserContext
    host: str
    shut: ExitStack

    def opened(self, uri: str, page: Page | None = None) -> Page:
        """A page of the site, once its scripts are ready."""
        page = page or self.context.new_page()
        page.goto(self.host + uri)
        page.wait_for_selector("html[data-reader=ready]")
        return page

    def reading(self, page: Page | None = None) -> Page:
        """Your reading, once it is known what is kept."""
        page = self.opened("reading/", page)
        expect(place(page)).not_to_contain_text("JavaScript")
        return page

    def listed(self) -> dict[str, list[list[str | int]]]:
        """What is published, as a browser is told."""
        found: dict[str, list[list[str | int]]] = json.loads((self.folder / "offline.json").read_text())
        return found

    @property
    def script(self) -> str:
        """The address of what every page loads, from the root."""
        (script,) = self.folder.glob("assets/reader.*/main.js")
        return script.relative_to(self.folder).as_posix()

    def publish(self) -> None:
        """Puts up a newer edition: another home, and another script."""
        home, script = self.folder / "index.html", self.folder / self.script
        home.write_text(home.read_text().replace("<h1", f"<p>{NEW}</p><h1", 1))
        script.write_text(script.read_text() + "// Newer.\n")
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        listing = offline_json(
            (path.relative_to(self.folder).as_posix(), path.read_bytes()) for path in files
        )
        (self.folder / "offline.json").write_text(listing)

    def cut(self) -> None:
        """The network is gone, for pages and for what answers in their place."""
        self.shut.close()
        self.context.set_offline(True)


def place(page: Page) -> Locator:
    """Where the page says what is kept."""
    return page.locator("[data-reader=offline]")


def ask(page: Page, label: str, said: str) -> None:
    """Presses a button, and waits till it is said what came of it."""
    page.get_by_role("button", name=label, exact=True).click()
    expect(page.locator("[data-reader=offline] [role=status]")).to_contain_text(said, timeout=60_000)


@pytest.fixture
def site(project: Path, tmp_path: Path, browser: Browser) -> Iterator[Site]:
    """The sample as it was built, on a host of its own."""
    folder = tmp_path / "site"
    shutil.copytree(project / "site", folder)
    with ExitStack() as shut, browser.new_context() as context:
        yield Site(folder, context, shut.enter_context(served(folder)), shut)


def test_nothing_is_kept_before_the_reader_asks(site: Site) -> None:
    """The page says how large it is; no worker, no cache."""
    page = site.reading()
    size = sum(int(part[1]) for part in site.listed()["files"]) / 1e6
    expect(place(page)).to_contain_text(f"It takes {size:.1f} MB. Nothing is kept before you ask.")
    assert page.evaluate(HELD) == [0, 0]
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_whole_site_opens_with_the_network_cut(site: Site) -> None:
    """Home, papers, pictures, search, and a page for what is missing; ticks work as ever."""
    page = site.reading()
    ask(page, "Keep this site", "Kept.")
    expect(place(page)).to_contain_text("is kept in this browser")
    site.cut()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for uri in ("", f"papers/{FIRST.id}/", "map/", "glossary/"):
        site.opened(uri, page)
    site.opened(f"papers/{FIRST.id}/", page).get_by_label("I have read this", exact=True).check()
    broken = "[...document.images].filter(one => one.complete && !one.naturalWidth).length"
    assert page.evaluate(broken) == 0
    expect(site.opened("", page).locator(".rl-where-am-i")).to_contain_text("1 of")
    searched(page, FIRST.title, FIRST.id)
    assert page.goto(f"{site.host}no/such/").status == 404  # type: ignore[union-attr]
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    page.goto(f"{site.host}papers/{FIRST.id}")
    expect(page).to_have_url(f"{site.host}papers/{FIRST.id}/")
    page = site.reading(page)
    expect(place(page)).to_contain_text("Whether there is a newer edition cannot be asked for now.")
    assert errors == []


def test_a_newer_edition_is_offered_and_never_mixed(site: Site) -> None:
    """What is kept answers alone until the reader takes the newer one; a page that is open goes on with its own."""
    page = site.reading()
    ask(page, "Keep this site", "Kept.")
    site.publish()
    home = site.opened("")
    script = "url => fetch(url).then(answer => answer.text())"
    main = f"{site.host}{site.script}"
    assert NEW not in home.content() and "// Newer." not in home.evaluate(script, main)
    site.reading(page)
    expect(place(page)).to_contain_text("There is a newer edition: 0.")
    ask(page, "Take the newer edition", "The newer edition is kept")
    assert "// Newer." not in home.evaluate(script, main)
    assert page.evaluate(HELD) == [1, 2]
    home.close()
    site.cut()
    other = site.opened("", page)
    assert NEW in other.content() and "// Newer." in other.evaluate(script, main)
    site.opened("map/", page)
    assert page.evaluate(ONE_LEFT)


def test_a_site_that_changes_meanwhile_is_not_kept(site: Site) -> None:
    """What comes has to be of the edition that was asked for; what was kept before stays as it was."""
    page = site.reading()
    ask(page, "Keep this site", "Kept.")
    before = (site.folder / "index.html").read_text()
    site.publish()
    site.reading(page)
    (site.folder / "index.html").write_text(f"{before}<!-- Newer still. -->")
    ask(page, "Take the newer edition", "A newer edition came out meanwhile.")
    expect(page.locator("[data-reader=offline]")).to_contain_text("What was kept before stays as it was.")
    site.cut()
    assert site.opened("", page).content().count("Newer still") == 0


def test_what_was_stopped_goes_on(site: Site) -> None:
    """A file that does not come stops it, with a reason; the next try asks for what is missing only."""
    page = site.reading()
    page.route("**/search.json", lambda route: route.abort())
    ask(page, "Keep this site", "The network failed. What has come is not lost: you can go on.")
    assert page.evaluate(HELD) == [0, 1]
    page.unroute("**/search.json")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, "Go on", "Kept.")
    assert 0 < len([url for url in asked if url.startswith(site.host)]) < len(site.listed()["files"])


def test_it_can_be_taken_away(site: Site) -> None:
    """Nothing is left, and pages come over the network again."""
    page = site.reading()
    ask(page, "Keep this site", "Kept.")
    ask(page, "Remove it", "Removed.")
    assert page.evaluate(HELD) == [0, 0]
    site.publish()
    assert NEW in site.opened("", page).content()
