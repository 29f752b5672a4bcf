"""Every reader of a file that may come from somebody else, and the valid inputs that it is first given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from benchmarks.hostile import seeds, seeds_training, weight_seeds
from benchmarks.hostile.weight_readers import USED, read_weights
from benchmarks.sample_recordings import write_samples
from fashiongan.attributes import GarmentAttributes
from fashiongan.body.measurements import Figure, read_measurements
from fashiongan.body.model import BodyModel
from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import checkpoint_names, find_checkpoint, load_weights
from fashiongan.dataset.fashion_mnist import load_fashion_mnist
from fashiongan.dataset.labels import Split
from fashiongan.dataset.scenes import read_photos as read_scene_photos
from fashiongan.dataset.sharp_pictures import read_photos as read_sharp_photos
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import RequestError
from fashiongan.generator.style_picture import read_style_picture
from fashiongan.image import open_picture, read_garment_image
from fashiongan.interchange.layouts import recognised
from fashiongan.interchange.state_dict import read_state_dict
from fashiongan.kept_tasks import read_task
from fashiongan.library.library import Library
from fashiongan.locking import Passphrase, lock_file
from fashiongan.orders.output_folder import OutputFolder
from fashiongan.orders.spec import read_spec
from fashiongan.people.grounds import read_grounds
from fashiongan.people.loading import load_people
from fashiongan.presets.folder import read_presets
from fashiongan.project.files import read_project
from fashiongan.taste.board import read_liked
from fashiongan.tools.silhouette_picture import read_silhouette
from fashiongan.tools.sketch_picture import read_sketch
from fashiongan.training.plot import read_log, read_scores
from fashiongan.training.run import read_state
from gui.dropping.dropped import what_was_dropped
from gui.dropping.picture_drop import picture_in
from gui.export.wishes import Wishes
from gui.keeping.session import from_text as session_from_text
from gui.kept_wearer import wearer_of
from gui.sketch.files import open_drawing
from gui.sketch.sheet_text import from_text as sheet_from_text
from gui.sketch.trace_layer import TraceLayer
from scanning.calibration.calibration import read_calibration
from scanning.consent import read_consent
from scanning.formats.files import read_measurement_file
from scanning.sources.realsense import RealsenseRecording
from scanning.sources.recorded import open_recording
from scanning.sources.source import Source, opened

CPU = torch.device("cpu")
PASSPHRASE = Passphrase("three brown buttons")


@dataclass(frozen=True, slots=True)
class Reader:
    """read : of one file or folder; seeds : writes valid ones into a folder; share : how many inputs it is given beside
    the others; players : may start processes to play recordings in"""

    read: Callable[[Path], object]
    seeds: Callable[[Path], list[Path]]
    share: float = 1.0
    players: bool = False


def _session(path: Path) -> object:
    return session_from_text(_text(path))


def _text(path: Path) -> str:
    # As the window reads it: what is no text is told in the log.
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RequestError(f"{path.name} cannot be read as text.") from error


def _bytes(path: Path) -> bytes:
    """What comes from no file in the window; that the test's own file is missing is nobody's fault."""
    return path.read_bytes() if path.is_file() else b""


def _presets(path: Path) -> object:
    kept = read_presets(path)
    if kept.refused:
        raise RequestError(kept.refused[0])
    return kept


def _project(path: Path) -> object:
    project = read_project(path)
    if project.body is None:
        return project
    return wearer_of(project.body, lambda: BodyModel.load(checkpoint_folder() / "body.safetensors"))


def _library(path: Path) -> object:
    with Library(path) as library:
        entries = library.entries()
        for entry in entries:
            library.thumbnail(entry.number)
        library.boards()
        library.embedded("space")
        library.redo()
        library.undo()
        for waiting in library.waiting.all():
            read_task(waiting.task)
        images = [library.image(entry.number) for entry in entries]
        library.empty_trash()
    return images


def _output(path: Path) -> object:
    return OutputFolder.open(path, seeds.ORDER, resume=True, overwrite=False)


def _cleared_output(path: Path) -> object:
    return OutputFolder.open(path, seeds.ORDER, resume=False, overwrite=True)


def _clipboard(path: Path) -> object:
    mime = QMimeData()
    mime.setImageData(QImage.fromData(_bytes(path)))
    found = picture_in(mime)
    if found is None:
        raise RequestError("There is no picture to paste.")
    return found


def _dropped(path: Path) -> object:
    return what_was_dropped([QUrl.fromLocalFile(str(path))])


def _words(path: Path) -> object:
    words, _, colors = _bytes(path).decode(errors="replace").partition("\n")
    return GarmentAttributes.parse({"category": words}, tuple(colors.split("\n")))


def _body_model(path: Path) -> object:
    return BodyModel.load(path).mesh(BodyModel.load(path).neutral)


def _checkpoint(path: Path) -> object:
    system = path.name.split(".")[0]
    return read_weights(path, system if system in USED else "restyle")


def _shelf(path: Path) -> object:
    return [load_weights(find_checkpoint(name, path), CPU) for name in checkpoint_names(path)]


def _garments(path: Path) -> object:
    return load_training_set(path if (path / "images").is_dir() else path / "garments.tar", Split.TRAIN, 32)


def _photos(path: Path) -> object:
    return list(read_scene_photos(path, Split.TRAIN)), read_sharp_photos(path, Split.TRAIN)


def _people(path: Path) -> object:
    return load_people(path, Split.TRAIN, path / "garments", lambda rgba: rgba.float().mean((2, 3)))


def _run(path: Path) -> object:
    return read_state(path), read_log(path), read_scores(path)


def _recording(path: Path) -> object:
    return _frames(open_recording(path))


def _locked(path: Path) -> object:
    return _frames(open_recording(path, PASSPHRASE))


def _played(path: Path) -> object:
    return _frames(RealsenseRecording(path))


def _frames(source: Source) -> int:
    with opened(source):
        return sum(1 for _ in source.frames())


def _recordings(*kinds: str) -> Callable[[Path], list[Path]]:
    def write(folder: Path) -> list[Path]:
        samples = write_samples(folder)
        return [samples[kind] for kind in kinds]

    return write


def _locked_recording(folder: Path) -> list[Path]:
    (path,) = _recordings(".mkv")(folder)
    lock_file(path, PASSPHRASE)
    return [path]


def _body_seed(folder: Path) -> list[Path]:
    return seeds.body_model_file(folder, checkpoint_folder() / "body.safetensors")


def _word_seed(folder: Path) -> list[Path]:
    (folder / "words.txt").write_text("dress\nred\nrgb(1, 2, 3)")
    return [folder / "words.txt"]


def _every_kind(folder: Path) -> list[Path]:
    return [seeds.write_pictures(folder)[0], *seeds.write_measured(folder), *seeds.write_projects(folder)]


READERS = {
    "picture": Reader(open_picture, seeds.write_pictures, 2.0),
    "own picture": Reader(read_garment_image, seeds.write_own_pictures, 2.0),
    "style picture": Reader(read_style_picture, seeds.write_pictures),
    "sketch": Reader(read_sketch, seeds.write_pictures),
    "silhouette": Reader(read_silhouette, seeds.write_pictures),
    "trace": Reader(lambda path: TraceLayer().open(path), seeds.write_pictures, 0.5),
    "pasted picture": Reader(_clipboard, seeds.write_pictures, 0.7),
    "drawing": Reader(open_drawing, seeds.write_drawings),
    "mood board, taste": Reader(read_liked, seeds.write_taste),
    "dropped file": Reader(_dropped, _every_kind),
    "words and colours": Reader(_words, _word_seed, 0.3),
    "sketch page": Reader(lambda path: sheet_from_text(_text(path)), seeds.write_sheet),
    "session": Reader(_session, seeds.write_session),
    "export wishes": Reader(lambda path: Wishes.from_text(_text(path), path.parent), seeds.write_wishes, 0.3),
    "kept task": Reader(lambda path: read_task(_text(path)), seeds.write_tasks),
    "preset": Reader(_presets, seeds.write_presets),
    "batch list": Reader(read_spec, seeds.write_spec),
    "batch folder": Reader(_output, seeds.write_outputs),
    "batch folder, cleared": Reader(_cleared_output, seeds.write_outputs, 0.3),
    "body file": Reader(read_measurements, seeds.write_bodies),
    "measurement file": Reader(lambda path: read_measurement_file(path, Figure.WOMAN), seeds.write_measured, 2.0),
    "calibration": Reader(read_calibration, seeds.write_calibrations),
    "consent": Reader(lambda path: read_consent(path.with_name("scan.mkv")), seeds.write_consents, 0.4),
    "project": Reader(_project, seeds.write_projects, 2.0),
    "library": Reader(_library, seeds.write_libraries, 1.5),
    "checkpoint": Reader(_checkpoint, weight_seeds.write_checkpoints, 1.5),
    "checkpoints folder": Reader(_shelf, weight_seeds.write_checkpoint_folder, 0.5),
    "body model": Reader(_body_model, _body_seed),
    "foreign weights": Reader(lambda path: recognised(read_state_dict(path)), seeds_training.write_foreign, 1.5),
    "training run": Reader(_run, seeds_training.write_runs),
    "garment set": Reader(_garments, seeds_training.write_garments),
    "photos": Reader(_photos, seeds_training.write_photos),
    "grounds": Reader(lambda path: read_grounds(path, Split.TRAIN), seeds_training.write_photos, 0.4),
    "people": Reader(_people, seeds_training.write_people),
    "own people": Reader(_people, seeds_training.write_own_people, 0.5),
    "Fashion-MNIST": Reader(load_fashion_mnist, seeds_training.write_fashion_mnist, 0.4),
    "recording, Matroska": Reader(_recording, _recordings(".mkv", ".k4a.mkv"), 1.5),
    "recording, bag": Reader(_recording, _recordings(".bag", ".lz4.bag"), 1.5),
    "recording, TUM folder": Reader(_recording, _recordings(".tum")),
    "recording, played": Reader(_played, _recordings(".db3", ".bag"), 0.4, players=True),
}

# What each system is for: its weights are read, and used once.
WEIGHTS = {"conditional": "generator", "pix2pix": "sketch", "mcgan": "composer", "fashiongan": "redress"}
WEIGHTS |= {name: name for name in ("creative", "masked", "originality", "taste", "reader", "restyle")}
READERS |= {
    f"weights, {word}": Reader(
        partial(read_weights, system=system), partial(weight_seeds.write_weights_of, system), 0.7
    )
    for system, word in WEIGHTS.items()
}
READERS["recording, locked"] = Reader(_locked, _locked_recording, 0.4)


def write_seeds(name: str, folder: Path) -> Iterator[Path]:
    """The valid inputs of a reader."""
    folder.mkdir(parents=True)
    yield from READERS[name].seeds(folder)
