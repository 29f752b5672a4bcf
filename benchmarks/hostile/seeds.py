"""Small valid inputs for every reader, by our own writers: pictures, texts, projects, libraries."""

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from PIL import Image, ImageDraw, PngImagePlugin

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, valid_values
from fashiongan.body.measurements import BodyMeasurements, Figure, write_measurements
from fashiongan.body.model import BodyModel
from fashiongan.color import Color
from fashiongan.garment.style import Ease
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import StylePicture
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.ideas.reworked import OtherPicture, Reworked, Tool
from fashiongan.image import GarmentImage
from fashiongan.kept_tasks import task_text
from fashiongan.library.entry import Field
from fashiongan.library.library import Library
from fashiongan.orders.output_folder import OutputFolder, Written
from fashiongan.presets.folder import write_preset
from fashiongan.presets.preset import Preset
from fashiongan.project.files import write_project
from fashiongan.project.project import KeptBody, KeptFit, KeptPicture, Noted, Project
from fashiongan.tasks import IntoPhoto, Task, Variations
from fashiongan.taste.profile import Star, TasteProfile
from fashiongan.tools.place import Place
from fashiongan.tools.region import Region
from gui.keeping.session import Session
from gui.keeping.session import to_text as session_text
from gui.sketch.drawing import Point, Stroke
from gui.sketch.drawing import Tool as Pen
from gui.sketch.sheet_text import Trace
from gui.sketch.sheet_text import to_text as sheet_text
from scanning.calibration.calibration import Calibration, CameraCalibration, write_calibration
from scanning.calibration.floor import Floor
from scanning.calibration.turntable import Turntable
from scanning.consent import Consent, write_consent
from scanning.formats.files import ENDINGS, write_measurement_file
from scanning.frame import Intrinsics
from scanning.measurement_set import measurement_set

ASKED = GarmentAttributes(Category.DRESS, colors=(Color.parse("teal"), Color.parse("white")))
BASIC = {"height_mm": 1680.0, "bust_mm": 900.0, "waist_mm": 740.0, "hip_mm": 980.0, "inseam_mm": 770.0}
ORDER = {"tasks": [1, 2]}


def garment(category: Category = Category.TSHIRT, size_px: int = 32) -> GarmentImage:
    """A square of one colour that says to be such a garment."""
    red = Color.parse("red")
    words: dict[str, Any] = {name: valid_values(category, name)[0] for name in VOCABULARY}
    rgba = np.zeros((size_px, size_px, 4), np.uint8)
    rgba[4:-4, 4:-4] = (red.red, red.green, red.blue, 255)
    code = DesignCode(np.zeros(4, np.float16), np.zeros(2, np.float16), np.zeros(6, np.float16))
    idea = Idea(GarmentAttributes(category), GarmentAttributes(**words, colors=(red, red)), code, "drawn")
    return GarmentImage(rgba, idea, "drawn", "0")


def reworked() -> GarmentImage:
    """A picture that holds another one in what it says of itself."""
    made = garment()
    how = Reworked(made.asked, made.attributes, Tool.SKETCH, 7, _other().provenance(), "a sketch")
    return GarmentImage(made.rgba, how, "pix2pix", "0")


def _other() -> OtherPicture:
    return OtherPicture(np.random.default_rng(0).integers(0, 256, (24, 24, 4), dtype=np.uint8), "x.png")


def photo() -> Image.Image:
    """Something dark on a light ground, as a garment, a drawing or a silhouette is."""
    pixels = np.full((96, 96, 3), 250, np.uint8)
    pixels[20:80, 30:66] = 20
    pixels[30:70, 40:56] = 250
    return Image.fromarray(pixels)


def line_drawing() -> Image.Image:
    """The outline of a shirt, more or less."""
    page = Image.new("L", (200, 200), 255)
    ImageDraw.Draw(page).polygon(
        [(60, 40), (140, 40), (180, 90), (140, 90), (140, 170), (60, 170), (60, 90), (20, 90)], outline=0, width=3
    )
    return page


def write_pictures(folder: Path) -> list[Path]:
    """Every kind of picture that is read, and two that are not."""
    plain, grey = photo(), Image.fromarray(np.arange(96 * 96, dtype=np.uint16).reshape(96, 96))
    kinds = {"a.png": plain, "b.jpg": plain, "c.webp": plain, "d.bmp": plain, "e.tiff": plain, "f.gif": plain}
    kinds |= {"g.png": grey, "h.png": plain.quantize(8), "i.tiff": plain.convert("CMYK"), "j.ico": plain}
    kinds |= {"k.webp": plain.convert("RGBA"), "l.tiff": grey, "m.png": line_drawing()}
    for name, picture in kinds.items():
        turned: dict[str, Any] = {"exif": _turned()} if name == "b.jpg" else {}
        picture.save(folder / name, **turned)
    return [folder / name for name in kinds]


def _turned() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


def write_own_pictures(folder: Path) -> list[Path]:
    """Pictures that say how they were made."""
    pictures = {"idea.png": garment(), "reworked.png": reworked()}
    for name, picture in pictures.items():
        picture.save(folder / name)
    return [folder / name for name in pictures]


def write_drawings(folder: Path) -> list[Path]:
    """A drawing that holds its strokes."""
    text, content = PngImagePlugin.PngInfo(), io.BytesIO()
    text.add_itxt("fashiongan-drawing", _sheet())
    photo().save(content, "PNG", pnginfo=text)
    (folder / "drawing.png").write_bytes(content.getvalue())
    return [folder / "drawing.png"]


def _sheet() -> str:
    points = tuple(Point(100.0 + 10 * at, 200.0 + at * at, 0.5) for at in range(12))
    strokes = Stroke(Pen.PEN, 4.0, points), Stroke(Pen.HINT, 30.0, points[:3], Color.parse("red"), True)
    return sheet_text(strokes, Trace("photo.png"))


def write_sheet(folder: Path) -> list[Path]:
    """The page of the Sketch page as it is kept."""
    (folder / "sketch.json").write_text(_sheet())
    return [folder / "sketch.json"]


def write_session(folder: Path) -> list[Path]:
    """What the window keeps from one day to the next."""
    (folder / "session.json").write_text(session_text(Session(preset(), 1, (1, 2, 3))))
    return [folder / "session.json"]


def write_wishes(folder: Path) -> list[Path]:
    """What was exported last."""
    sheet = {"paper": "a4", "rows": 2, "columns": 2, "captions": True}
    (folder / "wishes.json").write_text(json.dumps({"folder": "out", "ticked": ["glb"], "sheet": sheet}))
    return [folder / "wishes.json"]


def write_tasks(folder: Path) -> list[Path]:
    """Work that waits."""
    tasks: list[Task] = [
        GenerationRequest(ASKED, 3, 9, Controls(0.5, 0.0, _style())),
        Variations(garment(), 2, 0.4),
        IntoPhoto(Place(_other(), Region(2, 3, 18, 18)), ASKED, 2, 1),
    ]
    paths = [folder / f"task{number}.json" for number in range(len(tasks))]
    for path, task in zip(paths, tasks, strict=True):
        path.write_text(task_text(task))
    return paths


def _style() -> StylePicture:
    return StylePicture(np.full((256, 256, 4), 90, np.uint8), True, "swatch.png", "00")


def preset() -> Preset:
    """A preset with a style picture."""
    return Preset("Summer", GenerationRequest(ASKED, 3, 9, Controls(0.5, 0.1, _style())), True)


def write_presets(folder: Path) -> list[Path]:
    """A folder of presets."""
    write_preset(folder / "presets", preset())
    return [folder / "presets"]


def write_taste(folder: Path) -> list[Path]:
    """A taste profile."""
    stars = tuple(Star(f"{n}.png", str(n), n != 1, True, np.full(8, n, np.float16)) for n in range(3))
    TasteProfile("taste", "0", stars).save(folder / "taste.json")
    return [folder / "taste.json"]


def write_spec(folder: Path) -> list[Path]:
    """A look-book with a style picture beside it."""
    photo().save(folder / "cloth.png")
    asked = [{"category": "dress", "colors": ["teal", "#ffffff"], "count": 2, "seed": 3, "truncation": 0.5}]
    asked += [{"category": "tshirt", "color": "red", "sleeve": "short"}, {"creativity": 0.5}]
    (folder / "spec.yaml").write_text(yaml.safe_dump(asked))
    return [folder / "spec.yaml"]


def write_bodies(folder: Path) -> list[Path]:
    """A body file."""
    write_measurements(BodyMeasurements(Figure.WOMAN, **BASIC), folder / "body.yaml", "waist_mm is in doubt: breath")
    return [folder / "body.yaml"]


def write_measured(folder: Path) -> list[Path]:
    """Every kind of measurement file."""
    measured = measurement_set(Figure.WOMAN, BASIC, {"waist_mm": 4.5}, {"hip_mm": "coat"}, ("8 views",))
    for ending in ENDINGS:
        write_measurement_file(measured, folder / f"me{ending}")
    return [folder / f"me{ending}" for ending in ENDINGS]


def write_calibrations(folder: Path) -> list[Path]:
    """A camera with all that can be known of it."""
    lens = Intrinsics(64, 48, 60.0, 61.0, 31.5, 23.5, (0.1, 0.0, 0.0, 0.0, 0.0))
    pose = tuple(tuple(map(float, row)) for row in np.eye(4))
    turntable = Turntable((0.0, 0.0, 1500.0), (0.0, 1.0, 0.0), (0.0, 90.0), 1.0)
    camera = CameraCalibration(
        "42", lens, lens, camera_to_world=pose, floor=Floor((0.0, 1.0, 0.0), 900.0, 500), turntable=turntable
    )
    write_calibration(Calibration((camera,)), folder / "calibration.json")
    return [folder / "calibration.json"]


def write_consents(folder: Path) -> list[Path]:
    """What somebody agreed to."""
    write_consent(Consent("P-7", "for this studio", "2030-01-01T10:00:00+00:00"), folder / "scan.mkv")
    return [folder / "scan.consent.json"]


def write_projects(folder: Path) -> list[Path]:
    """A project with pictures, a scanned body and what it wears; another without a scan."""
    random = np.random.default_rng(0)
    arrays = {"body_mm": random.normal(size=(20, 3)), "posed_mm": random.normal(size=(20, 3))}
    body = KeptBody(Figure.MAN, BASIC, {"height_mm": 3.5}, {"hip_mm": "the coat"}, ("scanned",), arrays)
    pictures = KeptPicture(garment().png(), Noted(True, "Gala", ("late",), "for P-7")), KeptPicture(reworked().png())
    worn = KeptFit(1, Ease.LOOSE, "M", "wool"), KeptFit(0, Ease.SLIM, "", "silk")
    write_project(Project(pictures, body, worn, b"glTF" + bytes(200)), folder / "scan.fgan")
    write_project(Project(pictures[:1], KeptBody(Figure.WOMAN, BASIC)), folder / "plain.fgan")
    return [folder / "scan.fgan", folder / "plain.fgan"]


def write_libraries(folder: Path) -> list[Path]:
    """A library with two pictures, something undone and something that waits."""
    with Library(folder / "library") as library:
        entry = library.add(garment())
        library.add(reworked(), noted={Field.NOTE: "late", Field.TAGS: ("gala",)})
        library.change([entry.number], Field.STARRED, True, "star")
        library.change([entry.number], Field.BOARD, "Gala", "board")
        library.undo()
        library.embed(entry.number, "space", np.ones(4, np.float32))
        library.waiting.add(task_text(GenerationRequest(ASKED)))
    return [folder / "library"]


def write_outputs(folder: Path) -> list[Path]:
    """What a batch left."""
    output = OutputFolder.open(folder / "out", ORDER, resume=False, overwrite=False)
    for number in range(2):
        output.add([Written.of(output.path, number, garment())])
    output.write_sheet()
    return [folder / "out"]


def body_model_file(folder: Path, source: Path) -> list[Path]:
    """The body model with a few vertices, the lowest and the highest among them."""
    from safetensors.numpy import save_file

    model = BodyModel.load(source)
    kept = np.r_[model.template_mm[:, 1].argmin(), model.template_mm[:, 1].argmax(), 0:58]
    count = len(kept)
    arrays = {
        "template_mm": model.template_mm[kept],
        "shapes": np.zeros((len(model.shapes_mm), count, 3), np.int16),
        "shape_scale_mm": np.ones((len(model.shapes_mm), 1, 1), np.float32),
        "phenotype_mask": model.mask,
        "phenotype_projection": model.projection,
        "faces": np.clip(model.faces[:count], 0, count - 1),
        "bone_indices": model.bone_indices[kept],
        "bone_weights": model.bone_weights[kept],
        "bone_heads_mm": model.bone_heads_mm,
        "bone_head_shapes_mm": model.bone_head_shapes_mm,
    }
    texts = {"bones": json.dumps(model.bones), "changes": json.dumps(model.changes)}
    save_file({name: np.ascontiguousarray(one) for name, one in arrays.items()}, folder / "body.safetensors", texts)
    return [folder / "body.safetensors"]
