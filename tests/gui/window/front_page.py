"""A page whose bar tells what breaks."""

from __future__ import annotations

_PAGE = """<!doctype html><html lang="en"><head><title>Fog</title>
<script>var imgEnhancerBreakpoints = [0];</script></head><body class="pg-section">
<div class="c-hlights c-hlights--breaking"><span class="c-hlights__label"><span>Breaking</span>
</span><ul class="c-hlights__items">{items}</ul></div>
<div id="content"><h1 class="pg-title">Fog lies on the sound</h1><div id="article-content">
<div class="wsw"><p>The evening boat did not sail, and forty people slept in the school hall, where
the baker brought them bread before it was light.</p></div></div></div></body></html>"""


def front_page(address: str, *headlines: str) -> bytes:
    """Return a page of a site at an address; each headline leads to a story there."""
    items = "".join(
        f'<li class="c-hlights__item"><a href="{address}/a/{number}.html">{text}</a></li>'
        for number, text in enumerate(headlines)
    )
    return _PAGE.format(items=items).encode()
