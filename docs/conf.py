"""How the site is built: ``sphinx-build -W docs site``."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.locale import init

import netzwerkwandel


project = "netzwerkwandel"
author = "The netzwerkwandel authors"
release = netzwerkwandel.__version__
html_title = "netzwerkwandel"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.mathjax", "numpydoc"]
exclude_patterns = ["_build"]

# Notebooks are pages of text (MyST). Each runs when the site is built, and an error ends the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "dollarmath"]

autodoc_typehints = "none"  # what is taken and given stands in the text, as a person says it
autodoc_member_order = "bysource"
numpydoc_show_class_members = False
numpydoc_xref_param_type = False

html_theme = "furo"
html_theme_options = {"navigation_with_keys": True}
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False


# What the theme says in English only; all else of the frame is known to Sphinx in German.
GERMAN_FRAME = {
    "Skip to content": "Zum Inhalt",
    "Back to top": "Nach oben",
    "On this page": "Auf dieser Seite",
    "Toggle site navigation sidebar": "Alle Seiten zeigen oder verbergen",
    "Toggle table of contents sidebar": "Inhalt dieser Seite zeigen oder verbergen",
    "Toggle Light / Dark / Auto color theme": "Hell, dunkel, oder wie das Gerät es will",
    "Toggle navigation of": "Zeigen oder verbergen:",
    "Auto light/dark, in light mode": "wie das Gerät, jetzt hell",
    "Auto light/dark, in dark mode": "wie das Gerät, jetzt dunkel",
    "Light mode": "hell",
    "Dark mode": "dunkel",
    "Contents": "Inhalt",
    "Menu": "Menü",
    "Expand": "Aufklappen",
    "Made with": "Gemacht mit",
    "Home": "Start",
    "Next": "Weiter",
    "Previous": "Zurück",
    "Search": "Suche",
    "Index": "Stichworte",
}


def german(text: str) -> str:
    """Say a text of the frame in German."""
    return GERMAN_FRAME.get(text) or TRANSLATOR.gettext(text)


TRANSLATOR, _ = init([None], "de")


def language_of_page(
    _app: Sphinx, pagename: str, _template: str, context: dict[str, object], _doctree: object
) -> None:
    """Frame the German pages in German, and say so, for voices that read them and for search."""
    if pagename.startswith("de/"):
        words: dict[str, Callable[..., str] | str] = {"_": german, "gettext": german}
        context.update(words, language="de", ngettext=TRANSLATOR.ngettext)


def german_pages_only(tree: str) -> str:
    """Of the navigation of a German page keep what is German, and one way to all that is not."""
    # The sections follow each other, the German one first: <ul> <li class="toctree-l1 current"> ...
    before, german, *_ = re.split(r'(?=<li class="toctree-l1)', tree)
    others = '<a class="reference internal" href="../index.html" lang="en">In English</a>'
    return f'{before}{german}<li class="toctree-l1">{others}</li>\n</ul>'


def navigation_of_page(
    _app: Sphinx, pagename: str, _template: str, context: dict[str, object], _doctree: object
) -> None:
    """Where all else is English, a German page leads to German ones."""
    if pagename.startswith("de/"):
        tree = "furo_navigation_tree"
        context[tree] = german_pages_only(str(context[tree]))


def in_german(app: Sphinx, error: Exception | None) -> None:
    """Say in German what stands in the templates of the theme and cannot be translated there."""
    longest_first = sorted(GERMAN_FRAME, key=len, reverse=True)
    said = re.compile(rf'(?<=[">])(\s*)({"|".join(map(re.escape, longest_first))})\b')
    for page in (Path(app.outdir) / "de").glob("*.html") if error is None else ():
        text = page.read_text("utf-8")
        head, main, rest = re.split(r"(<article.*</article>)", text, flags=re.DOTALL)
        told = (said.sub(lambda it: it[1] + GERMAN_FRAME[it[2]], part) for part in (head, rest))
        page.write_text(main.join(told), encoding="utf-8")


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", language_of_page)
    app.connect("html-page-context", navigation_of_page, priority=900)  # after the theme's own
    app.connect("build-finished", in_german)
