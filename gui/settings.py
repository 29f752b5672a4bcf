"""What the window remembers of a person's habits, in the place where this system keeps such things."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from gui.theme import Theme

ORGANISATION, APPLICATION = "FashionGAN", "FashionGAN"
# So many files are offered again.
RECENT = 8


class Habits:
    """Layout, theme, language, recent files, and whether the tour was seen. Nothing of pictures or people."""

    def __init__(self) -> None:
        self._kept = QSettings(ORGANISATION, APPLICATION)

    @property
    def theme(self) -> Theme:
        """How the window looks."""
        kept = str(self._kept.value("theme", Theme.SYSTEM))
        return Theme(kept) if kept in set(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._kept.setValue("theme", str(theme))

    @property
    def language(self) -> str:
        """Two letters, or "" for the system's."""
        return str(self._kept.value("language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._kept.setValue("language", language)

    @property
    def tour_seen(self) -> bool:
        """Whether the first tour was shown."""
        return self._kept.value("tour_seen", "false") in (True, "true")

    @tour_seen.setter
    def tour_seen(self, seen: bool) -> None:
        self._kept.setValue("tour_seen", "true" if seen else "false")

    def recent(self) -> list[Path]:
        """The files that were opened last and are still there, the newest first."""
        kept = self._kept.value("recent", [])
        names = kept if isinstance(kept, list) else [kept] if isinstance(kept, str) else []
        return [path for path in map(Path, names) if path.exists()]

    def opened(self, path: Path) -> None:
        """Remember a file that was opened."""
        path = path.resolve()
        before = [one for one in self.recent() if one != path]
        self._kept.setValue("recent", [str(one) for one in [path, *before][:RECENT]])

    def forget_recent(self) -> None:
        """Begin the list of recent files anew."""
        self._kept.remove("recent")

    def forget_paths(self) -> None:
        """Forget which files were opened, and where was exported to; on the disk, too."""
        for name in ("recent", "export"):
            self._kept.remove(name)
        self._kept.sync()

    def forget_everything(self) -> Path:
        """Begin anew; returns the file that the system may have kept it in."""
        self._kept.clear()
        self._kept.sync()
        return Path(self._kept.fileName())

    @property
    def export_wishes(self) -> str:
        """What was exported last, and where to, as the export dialog wrote it."""
        return str(self._kept.value("export", ""))

    @export_wishes.setter
    def export_wishes(self, wishes: str) -> None:
        self._kept.setValue("export", wishes)
        # What a killed export leaves is looked for there.
        self._kept.sync()

    def keep_layout(self, window: QMainWindow, splitters: Sequence[QSplitter]) -> None:
        """Remember where everything is."""
        self._kept.setValue("geometry", window.saveGeometry())
        self._kept.setValue("docks", window.saveState())
        for number, splitter in enumerate(splitters):
            self._kept.setValue(f"splitter{number}", splitter.saveState())

    def restore_layout(self, window: QMainWindow, splitters: Sequence[QSplitter]) -> None:
        """Put everything where it was; what was never kept stays as it is."""
        for name, restore in (("geometry", window.restoreGeometry), ("docks", window.restoreState)):
            if isinstance(kept := self._kept.value(name), QByteArray):
                restore(kept)
        for number, splitter in enumerate(splitters):
            if isinstance(kept := self._kept.value(f"splitter{number}"), QByteArray):
                splitter.restoreState(kept)

    def forget_layout(self) -> None:
        """Next time everything is where it was at first."""
        for name in self._kept.allKeys():
            if name in ("geometry", "docks") or name.startswith("splitter"):
                self._kept.remove(name)
