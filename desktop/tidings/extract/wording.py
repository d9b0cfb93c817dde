"""Words by which pages name their furniture, where nothing but the words is left."""

from __future__ import annotations

import re

_ACCESSIBILITY = frozenset(
    (
        "accessibility links",
        "ссылки для упрощенного доступа",
        "доступность ссылки",
        "لینک‌های قابلیت دسترسی",
        "연결 가능 링크",
    )
)
_BREAKING = frozenset(
    ("breaking news", "breaking", "срочная новость", "срочные новости", "шұғыл жаңалық", "خبر فوری")
)
_LOAD_MORE = frozenset(
    (
        "load more",
        "show more",
        "загрузить еще",
        "загрузить ещё",
        "показать еще",
        "показать ещё",
        "завантажити більше",
        "бұдан да көп",
        "بارگذاری بیشتر",
    )
)
_SKIP = re.compile(r"(?:skip|jump|go)\s+to\s+\w|перейти\s+к\s+\w", re.IGNORECASE)
_SEARCH = re.compile(r"search|поиск", re.IGNORECASE)
_NAVIGATION = re.compile(r"nav|menu|навигац|меню", re.IGNORECASE)
_LONGEST_LINK = 60
# Labels over advertisements, boxes of links and controls. None is a sentence of a story.
_LABELS = frozenset(
    (
        "advertisement", "advertising", "sponsored", "article continues below",
        "article continues after advertisement", "story continues below advertisement",
        "continue reading below", "anzeige", "werbung", "publicité", "publicidad",
        "publicidade", "pubblicità", "advertentie", "reklama", "reklam", "annons", "annonse",
        "annonce", "mainos", "iklan", "quảng cáo", "广告", "廣告", "広告", "광고", "реклама", "إعلان",
        "read more", "read next", "read also", "see also", "more on this", "more on this story",
        "related", "related stories", "related articles", "related coverage", "related topics",
        "related news", "recommended", "recommended stories", "you may also like", "you might also like",
        "up next", "also read", "more stories", "more from", "most read", "trending", "watch", "watch more",
        "read the full story", "keep reading", "top stories", "what to read next",
        "mehr zum thema", "lesen sie auch", "auch interessant", "das könnte sie auch interessieren",
        "lesetipp", "lesetipps", "mehr dazu", "zum thema", "weiterlesen", "weiterführende links",
        "à lire aussi", "lire aussi", "à voir aussi", "sur le même sujet", "en relation",
        "lea también", "lee también", "te puede interesar", "más información", "noticias relacionadas",
        "leia também", "leia mais", "saiba mais", "veja também", "leggi anche", "potrebbe interessarti",
        "lees ook", "lees meer", "czytaj więcej", "czytaj też", "czytaj także", "zobacz także",
        "zobacz też", "čtěte také", "čtěte dále", "mohlo by vás zajímat", "läs mer", "läs också",
        "les mer", "les også", "læs også", "læs mere", "lue myös", "olvasta már", "citește și",
        "ilgili haberler", "baca juga", "xem thêm", "читайте также", "читати також", "читайте також",
        "share", "share this", "share this article", "share on facebook", "follow us", "comments",
        "comment", "save", "print", "copy link", "listen", "loading", "loading...", "subscribe",
        "sign up", "log in", "sign in", "teilen", "merken", "drucken", "kommentare", "partager",
        "compartir", "condividi", "udostępnij", "dela", "del", "paylaş", "bagikan",
    )
)  # fmt: skip
# How long a story takes to read, and when its page was made.
_ABOUT_TIME = re.compile(
    r"\d{1,3}[\s-]*(?:min|mins|minutes?|min\.|minuten|minuti|minutos|minut|мин)\.?(?:\s+(?:read|reading time"
    r"|lesezeit|de lecture|di lettura|de lectura|de leitura|leestijd|czytania|čtení|чтения))?"
    r"|(?:(?:last |first )?(?:published|updated|modified|posted)(?: on| at)?|stand|aktualisiert|veröffentlicht(?: am)?"
    r"|mis à jour(?: le)?|publié le|actualizado(?: a las)?|publicado(?: em| el)?|aggiornato(?: il)?|publikacja|aktualizacja"
    r"|publisert|oppdatert|publicerad|uppdaterad|güncelleme|son güncelleme)\s*:?\s[^.!?]{0,30}\d[^!?]{0,30}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}\.\d{1,2}\.\d\d\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_LONGEST_CALL = 260
_CALL = re.compile(
    r"\W{0,3}(?:get in touch with|got a (?:story|news tip|tip)|do you have a (?:story|tip)|for more stories like"
    r"|follow (?:us|@|\w+ on |\w+(?:\.\w+)+ on )|sign up (?:for|to|here)|subscribe to|click here|download (?:the|our)"
    r"|join (?:our|the conversation)|like us on|find us on|send (?:us )?your (?:tips|stories)|e-?mail:|contact (?:us|the author|the reporter)"
    r"|have you been affected|want more (?:stories|news)|support (?:our|us)|become a member|this article was originally published"
    r"|folgen sie uns|abonnieren sie|melden sie sich|hier (?:können sie|geht es) |suivez-nous|abonnez-vous|inscrivez-vous"
    r"|síguenos|suscríbete|siga-nos|inscreva-se|assine|seguici|iscriviti|volg ons|schrijf je in|obserwuj nas|zapisz się|följ oss|følg oss)",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\W{0,3}(?:read more|read also|read next|also read|also|see also|more|more on this|related|related story"
    r"|watch|watch more|don't miss|must read|recommended|click here|lesen sie (?:auch|hier|mehr)|lies auch|lesen|mehr"
    r"|auch interessant|interessant|passend dazu|mehr zum thema|mehr dazu|lire aussi|à lire(?: aussi)?|voir aussi"
    r"|lea también|lee también|leer más|más información|leia também|leia mais|veja também|leggi anche|lees ook"
    r"|czytaj (?:więcej|też|także)|zobacz (?:też|także|więcej)|čtěte také|läs (?:mer|också|även)"
    r"|les (?:mer|også)|læs (?:mere|også)|lue myös|citește și|baca juga|xem thêm|читайте также|читайте також"
    r"|читать также|اقرأ أيضا|اقرأ أيضًا|بیشتر بخوانید)\s*(?:[:：>»→–-]|\b)",
    re.IGNORECASE,
)


def is_accessibility_label(line: str) -> bool:
    """Tell whether a line is the label over a page's skip links."""
    return line.casefold() in _ACCESSIBILITY


def is_breaking_label(line: str) -> bool:
    """Tell whether a line is the label of a breaking-news bar."""
    return line.casefold() in _BREAKING


def is_load_more(line: str) -> bool:
    """Tell whether a line is the control that brings more stories."""
    return line.casefold() in _LOAD_MORE


def is_label(line: str) -> bool:
    """Tell whether a line is a label of what stands around a story, no part of it."""
    if len(line) > _LONGEST_LINK:
        return False
    if line.strip(" :.…>»→|–-").casefold() in _LABELS or _ABOUT_TIME.fullmatch(line):
        return True
    return bool(_YEAR.search(line) and _CLOCK.search(line)) and line[-1] not in ".!?"


def is_call(line: str) -> bool:
    """Tell whether a line below a story asks its readers to write, follow or subscribe."""
    return len(line) <= _LONGEST_CALL and bool(_CALL.match(line))


def leads_on(line: str) -> bool:
    """Tell whether a line begins as those do that lead to another story ("Read also:")."""
    return bool(_LEADS_ON.match(line))


def is_skip_link(line: str) -> bool:
    """Tell whether a line is a link to a place inside its page."""
    return len(line) <= _LONGEST_LINK and bool(_SKIP.match(line))


def skip_target(line: str) -> str:
    """Return the pane a skip link means: "content", "navigation" or "search"."""
    if _SEARCH.search(line):
        return "search"
    return "navigation" if _NAVIGATION.search(line) else "content"
