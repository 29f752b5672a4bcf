"""At the top of what is asked: all of it under a name."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QMessageBox, QWidget

from fashiongan.errors import FashionGanError, VocabularyError
from fashiongan.presets.built_in import built_in_presets
from fashiongan.presets.folder import delete_preset, read_presets, rename_preset, write_preset
from fashiongan.presets.preset import Preset
from gui.languages.wording import translate
from gui.panels.attributes import AttributePanel
from gui.widgets.menu_button import MenuButton

# Listed one by one, so that tools for translators find them.
BUILT_IN_NAMES = (
    QT_TRANSLATE_NOOP("Presets", "Summer dress"),
    QT_TRANSLATE_NOOP("Presets", "Work shirt"),
    QT_TRANSLATE_NOOP("Presets", "Striped jumper"),
    QT_TRANSLATE_NOOP("Presets", "Office blazer"),
    QT_TRANSLATE_NOOP("Presets", "Jeans"),
    QT_TRANSLATE_NOOP("Presets", "Something bold"),
)


class PresetBar(QWidget):
    """A box of presets, the user's own first, and a menu to keep, replace, rename and delete them; it puts itself above
    what is asked."""

    said = Signal(str)
    refused = Signal(str)

    def __init__(self, panel: AttributePanel, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel, self._folder = panel, folder
        self.own: tuple[Preset, ...] = ()
        self._unread: tuple[str, ...] = ()
        tip = self.tr("Keep what is asked below as a preset; replace, rename or delete one")
        self.box, self.more = QComboBox(), MenuButton(self.tr("Keep and change presets"), tip)
        self.box.setPlaceholderText(self.tr("Choose a preset…"))
        self.box.setToolTip(self.tr("All that is asked below, under a name: words, colours, style, sliders, count"))
        self.box.setAccessibleName(self.tr("Preset"))
        self.keep_action, self.replace_action, self.rename_action, self.delete_action = self._fill_menu()
        self.setFocusProxy(self.box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, stretch=1)
        row.addWidget(self.more)
        panel.put_above(self.tr("P&reset"), self)
        self.box.activated.connect(lambda _: self._show_chosen())
        panel.changed.connect(self._mark)
        self._read(None)

    @property
    def chosen(self) -> Preset | None:
        """The preset that was chosen last."""
        preset = self.box.currentData()
        return preset if isinstance(preset, Preset) else None

    @property
    def chosen_own(self) -> Preset | None:
        """The same if it is the user's own; what comes with the program is neither replaced nor deleted."""
        return self.chosen if self.box.currentIndex() < len(self.own) else None

    def keep(self, name: str) -> None:
        """Keep what is asked now under a name, instead of an own preset of that name; a bad name is refused."""
        self._try(lambda: self._keep(name.strip()))

    def rename(self, name: str) -> None:
        """Give the chosen preset another name."""
        preset = self.chosen_own
        if preset is not None:
            self._try(lambda: self._read(rename_preset(self._folder, preset, name.strip()).name))

    def delete(self) -> None:
        """Delete the chosen preset; what is asked stays as it is."""
        preset = self.chosen_own
        if preset is not None:
            self._try(lambda: self._delete(preset.name))

    def showEvent(self, event: QShowEvent) -> None:
        """Now somebody sees which presets could not be read."""
        unread, self._unread = self._unread, ()
        if unread:
            self.refused.emit("\n".join(unread))

    def _keep(self, name: str) -> None:
        preset = Preset(name, self._panel.request(), self._panel.seed.locked)
        write_preset(self._folder, preset)
        self._read(name)
        self.said.emit(self.tr("Kept as %1.").replace("%1", name))

    def _delete(self, name: str) -> None:
        delete_preset(self._folder, name)
        self._read(None)
        self.said.emit(self.tr("The preset %1 is deleted.").replace("%1", name))

    def _show_chosen(self) -> None:
        preset = self.chosen
        if preset is not None:
            self._panel.show_request(preset.request)
            seed = preset.request.seed if preset.seed_locked else self._panel.seed.value()
            self._panel.seed.show_seed(seed, preset.seed_locked)

    def _read(self, chosen: str | None) -> None:
        """Fill the box anew and choose an own preset, or none."""
        kept = read_presets(self._folder)
        self.own, self._unread = kept.presets, kept.refused
        self.box.clear()
        for preset in self.own:
            self.box.addItem(preset.name, preset)
        if self.own:
            self.box.insertSeparator(len(self.own))
        for preset in built_in_presets():
            self.box.addItem(_shown(preset.name), preset)
        names = [preset.name for preset in self.own]
        self.box.setCurrentIndex(names.index(chosen) if chosen in names else -1)
        self._mark()

    def _mark(self) -> None:
        """Say whether what is asked is still what the chosen preset asks."""
        preset = self.chosen
        if preset is not None:
            name = preset.name if self.chosen_own else _shown(preset.name)
            same = self._asks(preset)
            self.box.setItemText(self.box.currentIndex(), name if same else self.tr("%1, changed").replace("%1", name))

    def _asks(self, preset: Preset) -> bool:
        try:
            return Preset(preset.name, self._panel.request(), self._panel.seed.locked).asks_the_same(preset)
        except VocabularyError:  # The words that are chosen now exclude each other.
            return False

    def _fill_menu(self) -> tuple[QAction, QAction, QAction, QAction]:
        menu = self.more.actions_
        menu.aboutToShow.connect(self._show_possible)
        keep = menu.addAction(self.tr("&Keep as a preset…"), self._ask_name)
        replace = menu.addAction(self.tr("&Replace"), self._replace)
        rename = menu.addAction(self.tr("Re&name…"), self._ask_new_name)
        return keep, replace, rename, menu.addAction(self.tr("&Delete…"), self._ask_delete)

    def _show_possible(self) -> None:
        preset = self.chosen_own
        if preset is None:
            self.replace_action.setText(self.tr("&Replace"))
        else:
            self.replace_action.setText(self.tr("&Replace %1 with this").replace("%1", preset.name))
        for action in (self.replace_action, self.rename_action, self.delete_action):
            action.setEnabled(preset is not None)

    def _replace(self) -> None:
        if self.chosen_own is not None:
            self.keep(self.chosen_own.name)

    def _ask_name(self) -> None:
        before = self.chosen_own.name if self.chosen_own else ""
        name, said = QInputDialog.getText(self, self.tr("Keep as a preset"), self.tr("Its name:"), text=before)
        if said and self._may_replace(name):
            self.keep(name)

    def _ask_new_name(self) -> None:
        before = self.chosen_own.name if self.chosen_own else ""
        name, said = QInputDialog.getText(self, self.tr("Rename the preset"), self.tr("Its new name:"), text=before)
        if said and (name.strip().casefold() == before.casefold() or self._may_replace(name)):
            self.rename(name)

    def _ask_delete(self) -> None:
        question = self.tr("Delete the preset %1?").replace("%1", self.chosen_own.name if self.chosen_own else "")
        answer = QMessageBox.question(self, self.tr("Delete the preset"), question)
        if answer is QMessageBox.StandardButton.Yes:
            self.delete()

    def _may_replace(self, name: str) -> bool:
        if name.strip().casefold() not in {preset.name.casefold() for preset in self.own}:
            return True
        question = self.tr("There is a preset %1. Replace it?").replace("%1", name.strip())
        answer = QMessageBox.question(self, self.tr("Keep as a preset"), question)
        return answer is QMessageBox.StandardButton.Yes

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))


def _shown(name: str) -> str:
    return translate("Presets", name)
