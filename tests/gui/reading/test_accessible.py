"""The tree that screen readers walk, asked for in the same process."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.reading.sample_article import ARTICLE, PLAN
from tidings.document import Article, Paragraph, Quote, Span
from tidings.ui.reading import ReadingView, install_accessibility
from tidings.ui.reading.guarded import guarded

Name, Role, Relation = QAccessible.Text.Name, QAccessible.Role, QAccessible.RelationFlag


@pytest.fixture(scope="session")
def factory(qapp: QApplication) -> None:
    install_accessibility()


@pytest.fixture
def view(factory: None, qtbot: QtBot) -> Iterator[ReadingView]:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show_article(ARTICLE)
    view.show()
    yield view
    view.close()


def children(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [node.child(index) for index in range(node.childCount())]


def walk(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [node, *(found for child in children(node) for found in walk(child))]


def document(view: ReadingView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def text_of(node: QAccessibleInterface) -> str:
    text = node.textInterface()
    return text.text(0, text.characterCount())


def test_the_document_is_named_by_the_title(view: ReadingView) -> None:
    top = document(view)
    assert (top.role(), top.text(Name)) == (Role.Document, ARTICLE.title)


def test_passages_have_their_roles_in_order(view: ReadingView) -> None:
    roles = [child.role() for child in children(document(view))]
    assert roles == [
        Role.Heading, Role.Paragraph, Role.Paragraph, Role.Graphic, Role.Paragraph, Role.Heading,
        Role.Paragraph, Role.BlockQuote, Role.Heading, Role.List, Role.List, Role.Table,
        Role.Graphic, Role.Graphic, Role.Paragraph, Role.Paragraph, Role.Paragraph, Role.Paragraph,
    ]  # fmt: skip


def test_every_word_of_the_story_is_in_the_tree(view: ReadingView) -> None:
    said = " ".join(text_of(node) for node in walk(document(view)) if node.textInterface())
    for part in ARTICLE.parts:
        for line in ARTICLE.part_text(part).replace("\t", "\n").split("\n"):
            assert line in said.replace("\u2060", "").replace("\u2028", "\n")


def test_pictures_are_named_by_their_words(view: ReadingView) -> None:
    names = [node.text(Name) for node in children(document(view)) if node.role() == Role.Graphic]
    assert names == [
        "A steel arch bridge at sunrise with people walking across",
        "Crossings grew from 1,204 to 18,377",
        "Image without description",
    ]


def test_lists_quotes_and_tables_hold_their_parts(view: ReadingView) -> None:
    counts = {
        role: [node.childCount() for node in children(document(view)) if node.role() == role]
        for role in (Role.List, Role.BlockQuote, Role.Table)
    }
    # a table's caption and its six cells
    assert counts == {Role.List: [3, 2], Role.BlockQuote: [2], Role.Table: [7]}


def test_a_cell_knows_its_place_and_its_header(view: ReadingView) -> None:
    table = next(node for node in children(document(view)) if node.role() == Role.Table)
    caption, *cells = children(table)
    assert [cell.role() for cell in cells] == [Role.ColumnHeader] * 2 + [Role.Cell] * 4
    assert [cell.text(Name) for cell in cells[:2]] == ["Month", "Crossings"]
    told = [
        (
            cell.rowIndex(),
            cell.columnIndex(),
            [head.text(Name) for head in cell.columnHeaderCells()],
        )
        for cell in (node.tableCellInterface() for node in cells[2:])
    ]
    assert told == [
        (1, 0, ["Month"]), (1, 1, ["Crossings"]), (2, 0, ["Month"]), (2, 1, ["Crossings"]),
    ]  # fmt: skip
    assert [text_of(passage) for cell in cells[2:] for passage in children(cell)] == [
        "October", "1,204", "November", "18,377",
    ]  # fmt: skip
    assert (table, Relation.Described) in caption.relations()
    # the one that Qt has for its own tables
    assert table.interface_cast(QAccessible.InterfaceType.TableInterface) is not None


def language(node: QAccessibleInterface) -> str:
    locale = node.attributesInterface().attributeValue(QAccessible.Attribute.Locale)
    return locale.name() if locale else ""


def test_document_and_passages_tell_their_language(view: ReadingView) -> None:
    assert language(document(view)) == "en_US"
    assert {language(node) for node in walk(document(view))} == {"en_US", "fa_IR"}
    both = (Span("He said: "), Span("Сәлем.", language="kk"))
    blocks = (
        Paragraph((Span("Сәлем.", language="kk"), Span(" Қош.", language="kk"))),
        Paragraph(both),
        Quote(both[1:]),
    )
    view.show_article(Article("hello", "Privet", blocks, language="ru"))
    told = [language(node) for node in walk(document(view))]
    # a passage in two languages has that of the story
    assert told == ["ru_RU", "ru_RU", "kk_KZ", "ru_RU", "kk_KZ", "kk_KZ"]
    view.show_article(Article("none", "Whatever", (), language=""))
    assert {language(node) for node in walk(document(view))} == {""}


def test_a_caption_tells_which_picture_it_is_of(view: ReadingView) -> None:
    nodes = children(document(view))
    pictures = [node for node in nodes if node.role() == Role.Graphic]
    told = {
        text_of(node): related.text(Name)
        for node in nodes
        for related, relation in node.relations()
        if relation == Relation.Described
    }
    assert told == {
        "The bridge on Monday morning.  Photo: Dana Seit": pictures[0].text(Name),
        "The ferry in spring.": pictures[2].text(Name),
    }
    # the other way round, screen readers would say the caption with the picture, and again
    assert not any(picture.relations(Relation.DescriptionFor) for picture in pictures)


def test_links_are_pressed_through_the_tree(view: ReadingView, qtbot: QtBot) -> None:
    links = [node for node in walk(document(view)) if node.role() == Role.Link]
    assert [link.text(Name) for link in links] == [
        "the regional plan",
        "until the new timetable",
        "its detour",
    ]
    press = links[0].actionInterface()
    with qtbot.waitSignal(view.link_activated, check_params_cb=lambda address: address == PLAN):
        press.doAction(press.pressAction())


def test_lines_are_those_on_the_page(view: ReadingView) -> None:
    passage = view.page.outline[2]
    layout = view.document().findBlock(passage.start).layout()
    node = children(document(view))[2]
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        extent = node.textInterface().characterRect(line.textStart())
        assert extent.top() == pytest.approx(node.rect().top() + line.y(), abs=2)
        assert extent.left() == pytest.approx(node.rect().left(), abs=2)


def test_a_place_on_the_screen_finds_its_passage(view: ReadingView) -> None:
    node = children(document(view))[2]
    centre = node.rect().center()
    assert document(view).childAt(centre.x(), centre.y()) is node
    extent = node.textInterface().characterRect(0)
    assert node.rect().contains(extent.center())


def test_a_story_change_leaves_no_node_behind(view: ReadingView) -> None:
    before = walk(document(view))[1:]
    view.show_article(replace(ARTICLE, title="Another", blocks=ARTICLE.blocks[:1]))
    assert [node.role() for node in children(document(view))] == [
        Role.Heading, Role.Paragraph, Role.Paragraph,
    ]  # fmt: skip
    assert not any(shiboken6.isValid(node) for node in before)


def test_nothing_is_made_until_somebody_asks(qtbot: QtBot) -> None:
    view = ReadingView()
    qtbot.addWidget(view)
    gc.collect()
    nodes = sum(type(found).__name__ == "Node" for found in gc.get_objects())
    view.show_article(ARTICLE)
    assert sum(type(found).__name__ == "Node" for found in gc.get_objects()) == nodes


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def test_memory_stays_flat_over_many_stories(view: ReadingView) -> None:
    def read(times: int) -> None:
        for number in range(times):
            story: Article = replace(ARTICLE, id=str(number), title=f"Story {number}")
            view.show_article(story)
            for node in walk(document(view)):
                if node.textInterface():
                    text_of(node)
            view.set_text_size(12 + number % 5)
        gc.collect()

    read(60)
    before = _resident()
    read(120)
    assert _resident() - before < 6_000_000


def test_an_error_inside_is_logged_and_answered(caplog: pytest.LogCaptureFixture) -> None:
    @guarded(7)
    def broken() -> int:
        raise ValueError("gone")

    assert broken() == 7
    assert "could not answer" in caplog.text
