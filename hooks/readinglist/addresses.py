"""Every address of the site, on arXiv and for edits: the one place that knows how each is put together."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, urlencode, urljoin

HOME = "index.md"
"""The page of the list itself."""
BEYOND = "beyond.md"
"""The page of what came next after the list."""
NOTATION = "notation.md"
"""The page of the symbols."""
CARD = "/card.png"
"""The name for `of_paper_file` of the picture that goes with links to a paper's page."""
CARD_OF_LIST = "card.png"
"""The picture that goes with links to the other pages, from the root of the site."""
MANIFEST = "manifest.webmanifest"
"""What says how a device keeps the site like a program, from the root of the site."""
APPLE_ICON = "apple-touch-icon.png"
"""The icon for devices that do not read the manifest, where they look for it."""
_PAPERS = "papers/"
_PAGE = ".md"
_EQUATIONS = "equations/"
_FIGURES = "assets/figures/"


def page_of(id: str) -> str:
    """The Markdown file of a paper's page, and of the notes laid into it, from the root of the docs."""
    return f"{_PAPERS}{id}{_PAGE}"


def of_papers(uri: str) -> bool:
    """Whether a file lies in the folder that holds the papers' pages and nothing else."""
    return uri.startswith(_PAPERS)


def published(uri: str) -> str:
    """Where readers find the page of a Markdown file, from the root of the site."""
    folder, _, name = uri.removesuffix(_PAGE).rpartition("/")
    within = f"{folder}/" if folder else ""
    return quote(within if name in {"index", "README"} else f"{within}{name}/")


def in_docs(uri: str) -> str:
    """Where a file is handed to an engine, from the root of the docs: Markdown would be taken for a page."""
    return f"{uri}.txt" if uri.endswith(_PAGE) else uri


def from_page(uri: str, address: str) -> str:
    """The file in the docs that a link on a page leads to; empty where it leads elsewhere or to the page."""
    found = path(address)
    if not found or re.match("[a-z]+:|/", found):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), found))


def path(address: str) -> str:
    """An address without query and fragment."""
    return re.split("[?#]", address, maxsplit=1)[0]


def paper_at(uri: str) -> str:
    """The id of the paper whose page a file is; empty where it is another page."""
    id = uri.removeprefix(_PAPERS).removesuffix(_PAGE)
    return id if uri == page_of(id) and "/" not in id else ""


def reached(uri: str) -> str:
    """A page for readers, from the root of the site, by its Markdown file."""
    stem = uri.removesuffix(_PAGE)
    return f"{stem}/" if uri != HOME else ""


def paper(id: str) -> str:
    """A paper's page for readers, from the root of the site."""
    return f"{_PAPERS}{id}/"


def from_paper(id: str) -> str:
    """The same page, as seen from that of another paper."""
    return f"../{id}/"


def of_paper_file(id: str, name: str) -> str:
    """A file about a paper, from the root of the site; `name` is what follows the id, as in `.json`."""
    return f"{_PAPERS}{id}{name}"


def beside_page(id: str, name: str) -> str:
    """The same file, as seen from that paper's page."""
    return f"{id}{name}"


def references(ending: str) -> str:
    """The references to all papers in one format; `ending` is how its files end, as in `.bib`."""
    return f"papers{ending}"


def own_references(ending: str) -> str:
    """The name for `of_paper_file` of the reference to that one paper."""
    return f"/cite{ending}"


def of_track(id: str, ending: str) -> str:
    """A file about the papers of a track, from the root of the site."""
    return f"tracks/{id}{ending}"


def of_topic(id: str, ending: str) -> str:
    """The same of a topic."""
    return f"topics/{id}{ending}"


def drawing(id: str) -> str:
    """The picture of a paper, from the root of the docs."""
    return f"{_FIGURES}{id}.svg"


def narrow_drawing(id: str) -> str:
    """The same, drawn anew for phones."""
    return f"{_FIGURES}{id}-narrow.svg"


def drawn_data(id: str) -> str:
    """The numbers in the picture, as a table."""
    return f"{_FIGURES}{id}.csv"


def code(id: str) -> str:
    """The equations of a paper as a Python module, from the root of the docs."""
    return f"{_EQUATIONS}{id}.py"


def reproduced(id: str) -> str:
    """What that module computes beside what the paper prints, as a table."""
    return f"{_EQUATIONS}{id}.csv"


def code_at(uri: str) -> str:
    """The id of the paper whose module a file is; empty where it is none."""
    id = uri.removeprefix(_EQUATIONS).removesuffix(".py")
    return id if uri == code(id) else ""


def icon(size: int) -> str:
    """The icon that is so many pixels wide, from the root of the site."""
    return f"assets/icon-{size}.png"


def redirect(alias: str) -> str:
    """The file at a former address of a paper, from the root of the docs."""
    return f"{paper(alias)}index.html"


def absolute(site_url: str, address: str) -> str:
    """An address from the root of the site in full; empty where nobody said where the site is published."""
    return f"{site_url.rstrip('/')}/{address}" if site_url else ""


def abstract(arxiv: str, version: int | None = None) -> str:
    """A paper's page on arXiv: of one version, or of the latest."""
    return f"https://arxiv.org/abs/{arxiv}" + (f"v{version}" if version else "")


def pdf(arxiv: str) -> str:
    """The latest version as PDF on arXiv."""
    return f"https://arxiv.org/pdf/{arxiv}"


def doi(doi: str) -> str:
    """Where a DOI leads from; old ones hold signs that an address cannot hold as they are."""
    return "https://doi.org/" + quote(doi, safe="/:;()-._~!$&'*+,=@")


def line_of(file: str, line: int) -> str:
    """A line of a file in the repository."""
    return f"{file}#L{line}"


def edit(repository: str, folder: str, file: str) -> str:
    """Where a file is edited; `folder` is the path before it there, as in `edit/main/docs/`."""
    return urljoin(f"{repository.rstrip('/')}/", f"{folder}{file}")


def report(repository: str, id: str) -> str:
    """The form that reports an error on a paper's page, where there are such forms: on GitHub."""
    if "github" not in repository:
        return ""
    form = urlencode({"template": "report-an-error.yml", "page": id})
    return f"{repository.rstrip('/')}/issues/new?{form}"
