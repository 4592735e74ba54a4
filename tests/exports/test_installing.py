"""The manifest: what browsers ask of it before they offer to install a site."""

from __future__ import annotations

import json

from builders import catalogue, entry
from readinglist import site

EDITION = site.Edition(catalogue(entry("first"), title="“A” & B", language="he"))
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


def test_the_manifest_names_the_list_and_its_icons() -> None:
    """Title, language, where it begins, and icons of the sizes that are asked for, for any form."""
    made = site.manifest(EDITION)
    manifest = json.loads(made.encoded)
    assert made.uri == "manifest.webmanifest"
    assert (manifest["name"], manifest["lang"], manifest["dir"]) == ("“A” & B", "he", "rtl")
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("./", "./", "minimal-ui")
    assert sorted((icon["sizes"], icon["purpose"]) for icon in manifest["icons"]) == [
        ("192x192", "any"), ("192x192", "maskable"), ("512x512", "any"), ("512x512", "maskable"),
    ]  # fmt: skip


def test_every_icon_that_is_named_is_drawn() -> None:
    """In its size, with one more for devices that do not read the manifest; none without a logo."""
    named = {
        icon["src"]: int(icon["sizes"].split("x")[0])
        for icon in json.loads(site.manifest(EDITION).content)["icons"]
    }
    drawn = {picture.uri: picture.width for picture in site.pictures(EDITION, "", LOGO)}
    assert drawn == {**named, "apple-touch-icon.png": 180}
    assert list(site.pictures(EDITION, "")) == []
