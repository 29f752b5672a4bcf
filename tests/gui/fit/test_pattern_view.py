import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.highlight import CHOSEN
from gui.fit.pattern_view import PatternView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, worn_tshirt: FittedGarment) -> PatternView:
    made = PatternView()
    qtbot.addWidget(made)
    made.resize(420, 360)
    made.show()
    made.show_pieces(worn_tshirt.pieces)
    return made


def middle_of(view: PatternView, name: str) -> QPoint:
    return view.mapFromScene(view.items_by_name[name].boundingRect().center())


def scale_of(view: PatternView) -> float:
    return view.transform().m11()


def turn_wheel(view: PatternView, place: QPoint, steps: int) -> None:
    at = QPointF(place)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, QPointF(view.mapToGlobal(place)), QPoint(), QPoint(0, 120 * steps), *none, False)
    QApplication.sendEvent(view.viewport(), wheel)


def test_every_printed_piece_is_shown_whole(view: PatternView, worn_tshirt: FittedGarment) -> None:
    assert set(view.items_by_name) == {piece.name for piece in worn_tshirt.pieces}
    for item in view.items_by_name.values():
        shown = view.mapFromScene(item.shape().boundingRect()).boundingRect()
        assert view.viewport().rect().contains(shown)


def test_pieces_do_not_overlap(view: PatternView) -> None:
    items = list(view.items_by_name.values())
    assert not any(a.shape().intersects(b.shape()) for a in items for b in items if a is not b)


def test_a_click_chooses_a_piece_and_one_beside_lets_go(qtbot: QtBot, view: PatternView) -> None:
    with qtbot.waitSignal(view.piece_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), LEFT, pos=middle_of(view, "back"))
    assert chosen.args == ["back"]
    with qtbot.waitSignal(view.piece_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(2, 2))
    assert chosen.args == [""]


def test_the_chosen_piece_is_drawn_in_the_color_of_what_is_chosen(view: PatternView) -> None:
    def warmth() -> int:
        color = view.grab().toImage().pixelColor(middle_of(view, "front") + QPoint(8, 30))
        return color.red() - color.blue()

    before = warmth()
    view.choose("front")
    assert warmth() > before + (CHOSEN[0] - CHOSEN[2]) // 8


def test_arrow_keys_go_through_all_pieces_and_round(qtbot: QtBot, view: PatternView) -> None:
    seen = []
    for _ in range(len(view.items_by_name) + 1):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        seen.append(view.chosen)
    assert set(seen) == set(view.items_by_name)
    assert seen[0] == seen[-1]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.chosen == seen[-2]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.chosen == ""


def test_dragging_moves_the_pieces_and_chooses_none(qtbot: QtBot, view: PatternView) -> None:
    start = middle_of(view, "front")
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), start + QPoint(30, 20))
    qtbot.mouseMove(view.viewport(), start + QPoint(60, 40))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(60, 40))
    moved = middle_of(view, "front") - start
    assert (moved - QPoint(60, 40)).manhattanLength() <= 4
    assert view.chosen == ""


def test_the_wheel_zooms_and_f_shows_all_again(qtbot: QtBot, view: PatternView) -> None:
    whole = scale_of(view)
    turn_wheel(view, QPoint(200, 150), 5)
    assert scale_of(view) > 1.5 * whole
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert scale_of(view) == pytest.approx(whole, rel=1e-3)


def test_zooming_ends_somewhere(view: PatternView) -> None:
    whole = scale_of(view)
    turn_wheel(view, QPoint(200, 150), -100)
    assert scale_of(view) > 0.3 * whole
    turn_wheel(view, QPoint(200, 150), 200)
    assert scale_of(view) < 100 * whole


def test_a_piece_tells_its_length_and_width_in_millimetres(view: PatternView, worn_tshirt: FittedGarment) -> None:
    sleeve = next(piece for piece in worn_tshirt.pieces if piece.name == "sleeve_left")
    width, length = np.ptp(sleeve.cut_line, axis=0)
    tip = view.items_by_name["sleeve_left"].toolTip()
    assert tip.startswith("Sleeve · cut 2, mirrored")
    assert f"{length:.0f} mm long, {width:.0f} mm wide" in tip


def test_what_is_chosen_stays_chosen_in_another_size(view: PatternView, worn_tshirt: FittedGarment) -> None:
    view.choose("back")
    view.show_pieces(worn_tshirt.pieces)
    assert view.chosen == "back"
    view.show_pieces(())
    assert view.chosen == ""


def test_resizing_lays_out_anew_and_keeps_the_choice(qtbot: QtBot, view: PatternView) -> None:
    view.choose("back")
    view.resize(300, 700)
    qtbot.wait(10)
    assert view.items_by_name["back"].chosen
    tall = view.mapFromScene(view.scene().itemsBoundingRect()).boundingRect()
    assert view.viewport().rect().contains(tall)
