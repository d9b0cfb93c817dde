"""The phrases by which pages of many languages label what is no part of a story.

Each table is one text, its phrases in lower case and separated by bars, so that a language
can be added by those who speak it.
"""

from __future__ import annotations

import re


def _table(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


def begins_with(phrases: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for lines that begin with one of the phrases, signs before it aside."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.I)


LABELS = _table("""
    advertisement | advertising | sponsored | article continues below
    | article continues after advertisement | story continues below advertisement
    | continue reading below | anzeige | werbung | publicité | publicidad | publicidade
    | pubblicità | advertentie | reklama | reklam | annons | annonse | annonce | mainos | iklan
    | quảng cáo | 广告 | 廣告 | 広告 | 광고 | реклама | إعلان
    | read more | read next | read also | see also | more on this | more on this story | related
    | related stories | related articles | related coverage | related topics | related news
    | recommended | recommended stories | you may also like | you might also like | up next
    | also read | more stories | more from | most read | trending | watch | watch more
    | read the full story | keep reading | top stories | what to read next
    | mehr zum thema | lesen sie auch | auch interessant | das könnte sie auch interessieren
    | lesetipp | lesetipps | mehr dazu | zum thema | weiterlesen | weiterführende links
    | à lire aussi | lire aussi | à voir aussi | sur le même sujet | en relation
    | lea también | lee también | te puede interesar | más información | noticias relacionadas
    | leia também | leia mais | saiba mais | veja também | leggi anche | potrebbe interessarti
    | lees ook | lees meer | czytaj więcej | czytaj też | czytaj także | zobacz także | zobacz też
    | čtěte také | čtěte dále | mohlo by vás zajímat | läs mer | läs också | les mer | les også
    | læs også | læs mere | lue myös | olvasta már | citește și | ilgili haberler | baca juga
    | xem thêm | читайте также | читати також | читайте також
    | share | share this | share this article | share on facebook | follow us | comments | comment
    | save | print | copy link | listen | loading | subscribe | sign up | log in | sign in
    | teilen | merken | drucken | kommentare | partager | compartir | condividi | udostępnij
    | dela | del | paylaş | bagikan
    | table of contents | in this article | skip advertisement | skip ad | video | audio | themen
    | topics | tags | topic | schlagworte | schlagwörter | stichworte | inhaltsverzeichnis
    | werbung überspringen | mots-clés | temas | etiquetas | tagi | témata | ämnen | emner
    | konular | etiketler | темы | теги | 関連キーワード | 関連記事 | おすすめ情報 | おすすめ記事
    | 関連ニュース | キーワード | 会員登録する | 新規登録 | ログイン | 相关新闻
    | 相關新聞 | 관련기사 | 관련 기사 | メールで送る | x | facebook | twitter | line | whatsapp
    | telegram | linkedin
    | はてなブックマーク | email | e-mail | copy | link kopieren | link copied
""")
"""Whole lines over advertisements, boxes of links and controls."""

LEADS_ON = _table("""
    read more | read also | read next | also read | also | see also | more | more on this
    | related | related story | watch | watch more | don't miss | must read | recommended
    | click here | lesen sie auch | lesen sie hier | lesen sie mehr | lies auch | lesen | mehr
    | auch interessant | interessant | passend dazu | mehr zum thema | mehr dazu | lire aussi
    | à lire | à lire aussi | voir aussi | lea también | lee también | leer más | más información
    | leia também | leia mais | veja também | leggi anche | lees ook | czytaj więcej | czytaj też
    | czytaj także | zobacz też | zobacz także | zobacz więcej | čtěte také | läs mer | läs också
    | läs även | les mer | les også | læs mere | læs også | lue myös | citește și | baca juga
    | xem thêm | читайте также | читайте також | читать также | اقرأ أيضا | اقرأ أيضًا
    | بیشتر بخوانید
""")
"""How lines begin that lead to another story."""

CALLS = _table("""
    get in touch with | got a story | got a news tip | got a tip | do you have a story
    | do you have a tip | for more stories like | follow us | follow @ | sign up for | sign up to
    | sign up here | subscribe to | click here | download the | download our | join our
    | join the conversation | like us on | find us on | send us your tips | send your stories
    | email: | e-mail: | contact us | contact the author | contact the reporter
    | have you been affected | want more stories | want more news | support our | support us
    | become a member | this article was originally published
    | folgen sie uns | abonnieren sie | melden sie sich | suivez-nous | abonnez-vous
    | inscrivez-vous | síguenos | suscríbete | siga-nos | inscreva-se | assine | seguici
    | iscriviti | volg ons | schrijf je in | obserwuj nas | zapisz się | följ oss | følg oss
""")
"""How lines below a story begin that ask its readers to write, follow or subscribe."""

CORRECTIONS = _table("""
    correction | corrections | clarification | editor's note | editor’s note | update | updated
    | this story has been | this article has been | this story was | this article was
    | an earlier version | korrektur | berichtigung | anmerkung der redaktion
    | hinweis der redaktion | in einer früheren version | in einer früheren fassung
    | rectificatif | erratum | note de la rédaction | fe de errata | corrección
    | nota de la redacción | errata | correção | rettifica | correctie | sprostowanie | oprava
    | rättelse | rettelse | retting | oikaisu | düzeltme | исправление | поправка | уточнение
""")
"""How lines begin that say what of a story was wrong before."""

PAGE_MADE = _table("""
    published | published on | published at | first published | last updated | updated
    | updated on | last modified | modified | posted | posted on | stand | aktualisiert
    | veröffentlicht | veröffentlicht am | mis à jour | mis à jour le | publié le | actualizado
    | publicado | publicado em | publicado el | aggiornato | aggiornato il | publikacja
    | aktualizacja | publisert | oppdatert | publicerad | uppdaterad | güncelleme
    | son güncelleme | опубликовано | обновлено
""")
"""How lines begin that say when a page was made."""
