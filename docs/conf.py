"""How the site is built: ``sphinx-build -W docs site``."""

from __future__ import annotations

from sphinx.application import Sphinx

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


def language_of_page(
    _app: Sphinx, pagename: str, _template: str, context: dict[str, object], _doctree: object
) -> None:
    """Say of the German pages that they are German, for voices that read them and for search."""
    if pagename.startswith("de/"):
        context["language"] = "de"


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", language_of_page)
