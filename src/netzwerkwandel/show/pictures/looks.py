"""How marks look, in light and dark: told apart by shape, filling and line, and not by hue alone.

The hues are those of Okabe and Ito, darkened until each has a contrast of 3 to 1 with the page.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from netzwerkwandel.show.pictures.marks import Look


@attrs.frozen
class Style:
    """The filling, the line, its width in pixels, its dashes, and whether it is a diamond."""

    fill: str | None
    line: str | None = None
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    diamond: bool = False

    def declarations(self) -> str:
        """What a rule for SVG says of it."""
        told = {"fill": self.fill or "none", "stroke": self.line or "none"}
        if self.line:
            told["stroke-width"] = f"{self.width:g}"
        if self.dashes:
            told["stroke-dasharray"] = " ".join(f"{each:g}" for each in self.dashes)
        return " ".join(f"{name}: {value};" for name, value in told.items())


LIGHT: Mapping[Look, Style] = {
    Look.EGO: Style("#1a1a1a", "#ffffff", 1.5),
    Look.INNER: Style("#0072b2", "#ffffff", 0.8),
    Look.LIVING: Style("#b9dff5", "#0072b2", 1.2),
    Look.ASLEEP: Style("#ffffff", "#5f5f5f", 1.3, (2.2, 1.6)),
    Look.NEVER: Style("#ffffff", "#8a8a8a", 0.8),
    Look.SUGGESTED: Style("#e69f00", "#1a1a1a", 1.3, diamond=True),
    Look.RULE: Style(None, "#c4c4c4", 1.0),
    Look.WAY: Style(None, "#8a5a00", 1.0, (1.0, 2.0)),
    Look.BAND: Style("#f1f1ee"),
    Look.INK: Style("#1a1a1a"),
    Look.MUTED: Style("#555555"),
    Look.ON_MARK: Style("#1a1a1a"),
    Look.ON_INNER: Style("#ffffff"),
    Look.REST: Style("#e4e4e0", "#767676", 1.0),
    Look.LACKS: Style("#ffffff", "#767676", 1.3, (4.0, 3.0)),
    Look.TRIED: Style("#e69f00", "#1a1a1a", 1.0),
    Look.TREND: Style(None, "#1a1a1a", 1.6),
}

DARK: Mapping[Look, Style] = {
    Look.EGO: Style("#f4f4f4", "#15181c", 1.5),
    Look.INNER: Style("#6fbdf2", "#15181c", 0.8),
    Look.LIVING: Style("#17425c", "#6fbdf2", 1.2),
    Look.ASLEEP: Style("#15181c", "#b0b0b0", 1.3, (2.2, 1.6)),
    Look.NEVER: Style("#15181c", "#858585", 0.8),
    Look.SUGGESTED: Style("#e69f00", "#ffffff", 1.3, diamond=True),
    Look.RULE: Style(None, "#4a4f55", 1.0),
    Look.WAY: Style(None, "#e6b85a", 1.0, (1.0, 2.0)),
    Look.BAND: Style("#20252a"),
    Look.INK: Style("#f0f0f0"),
    Look.MUTED: Style("#b8b8b8"),
    Look.ON_MARK: Style("#1a1a1a"),
    Look.ON_INNER: Style("#15181c"),
    Look.REST: Style("#33393f", "#9a9a9a", 1.0),
    Look.LACKS: Style("#15181c", "#9a9a9a", 1.3, (4.0, 3.0)),
    Look.TRIED: Style("#e69f00", "#15181c", 1.0),
    Look.TREND: Style(None, "#f0f0f0", 1.6),
}


def styles(*, dark: bool) -> Mapping[Look, Style]:
    """The looks on a dark page, or on a light one."""
    return DARK if dark else LIGHT


def css() -> str:
    """The looks as rules for SVG, in light, in dark where the reader's device asks for it."""
    dark = "\n".join(_rules(DARK))
    text = ".nw-picture text { stroke: none; font-family: system-ui, sans-serif; }"
    schemes = f"@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}"
    return "\n".join([*_rules(LIGHT), text, schemes])


def _rules(looks: Mapping[Look, Style]) -> list[str]:
    return [f".nw-{look} {{ {style.declarations()} }}" for look, style in looks.items()]
