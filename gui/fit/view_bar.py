"""Over the 3D view: from where it is seen, and before what."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from gui.widgets.camera import StandardView
from gui.widgets.ground import Ground
from gui.widgets.viewport import Viewport


class ViewBar(QToolBar):
    """A slim row of buttons for a viewport; `shortcuts` are for whoever shows both."""

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("View"))
        self._viewport = viewport
        self.views = {
            StandardView.FRONT: self._view(self.tr("Front"), self.tr("Seen from the front"), "1"),
            StandardView.BACK: self._view(self.tr("Back"), self.tr("Seen from behind"), "2"),
            StandardView.LEFT: self._view(self.tr("Left"), self.tr("Seen from the wearer's left"), "3"),
            StandardView.RIGHT: self._view(self.tr("Right"), self.tr("Seen from the wearer's right"), "4"),
            StandardView.THREE_QUARTER: self._view(self.tr("¾"), self.tr("Seen from the front and a side"), "5"),
            StandardView.TOP: self._view(self.tr("Top"), self.tr("Seen from above"), "6"),
        }
        for view, action in self.views.items():
            action.triggered.connect(lambda _, view=view: viewport.look_from(view))
        self.addSeparator()
        self.fit = self._view(self.tr("Fit"), self.tr("As large as what is worn fits into the view"), "0")
        self.fit.triggered.connect(viewport.zoom_to_fit)
        self.turntable = self._switch(
            self.tr("Turntable"), self.tr("Turn slowly; stops when the mouse is pressed in the view"), "T"
        )
        self.turntable.triggered.connect(self._turn)
        viewport.turntable.changed.connect(self.turntable.setChecked)
        self.parallel = self._switch(
            self.tr("Parallel"), self.tr("Without perspective, so that lengths can be compared"), "P"
        )
        self.parallel.toggled.connect(viewport.set_parallel)
        self.addSeparator()
        self.grounds = self._grounds()

    @property
    def shortcuts(self) -> list[QAction]:
        """What has a key."""
        return [*self.views.values(), self.fit, self.turntable, self.parallel]

    def _view(self, text: str, tip: str, key: str) -> QAction:
        action = self.addAction(text)
        action.setToolTip(f"{tip} ({key})")
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _switch(self, text: str, tip: str, key: str) -> QAction:
        action = self._view(text, tip, key)
        action.setCheckable(True)
        return action

    def _turn(self, on: bool) -> None:
        if on:
            self._viewport.turntable.start()
        else:
            self._viewport.turntable.stop()

    def _grounds(self) -> dict[Ground, QAction]:
        names = {Ground.LIGHT: self.tr("Light"), Ground.DARK: self.tr("Dark"), Ground.GRADIENT: self.tr("Gradient")}
        button, menu, group = QToolButton(), QMenu(self), QActionGroup(self)
        actions = {ground: menu.addAction(name) for ground, name in names.items()}
        for ground, action in actions.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _, ground=ground: self._viewport.set_ground(ground))
        actions[self._viewport.ground].setChecked(True)
        button.setText(self.tr("Ground"))
        button.setToolTip(self.tr("What is behind the body"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        self.addWidget(button)
        return actions
