"""What redressing makes, for people to look at: a sheet and a table."""

from typing import Any

import numpy as np
import torch
from PIL import Image

from fashiongan.attributes import VOCABULARY
from fashiongan.errors import FashionGanError
from fashiongan.evaluation.captions import with_column_names
from fashiongan.evaluation.redressing.pieces import Pixels, picture_of, worn_pieces
from fashiongan.ideas.idea import Idea
from fashiongan.people.painting import painted
from fashiongan.people.reading import PeopleSet
from fashiongan.people.regions import HEIGHT_PX, WIDTH_PX
from fashiongan.people.seen import SeenPerson
from fashiongan.tools.redressing import Redresser

PUT_ON = 4


def redress_sheet(redresser: Redresser, people: PeopleSet, count: int) -> Image.Image:
    """So many people, a row each: as they are, as they are parsed, and in four pieces that others wear."""
    pieces = worn_pieces(people)
    rows = torch.linspace(0, len(people) - 1, min(count, len(people))).long().tolist()
    random = np.random.default_rng(0)
    sheet = Image.new("RGB", ((2 + PUT_ON) * WIDTH_PX, len(rows) * HEIGHT_PX), "white")
    for line, row in enumerate(rows):
        rgb = picture_of(people, row)
        rgba = np.dstack([rgb, np.full_like(rgb[..., 0], 255)])
        cells = [rgb]
        try:
            seen = redresser.look_at(rgba, people.ids[row])
            cells.append(_shown(seen.regions))
            ideas = [pieces[int(place)].idea for place in random.permutation(len(pieces))]
            for idea in ideas:
                if len(cells) == 2 + PUT_ON:
                    break
                cells += _tried(redresser, rgba, seen, idea)
        except FashionGanError:  # Nobody is found: the row ends here.
            pass
        for column, cell in enumerate(cells):
            sheet.paste(Image.fromarray(cell), (column * WIDTH_PX, line * HEIGHT_PX))
    return with_column_names(sheet, ["person", "as parsed", *(f"put on {place + 1}" for place in range(PUT_ON))])


def redress_table(report: dict[str, Any]) -> str:
    """The report for people to read."""
    lines = [f"{report['pieces']} pieces in {report['pictures']} pictures of split {report['split']}", ""]
    for name, score in report["parser"].items():
        lines.append(f"parser, {name:28} mIoU regions {score['regions_miou']:.3f}  body {score['body_miou']:.3f}")
    lines += [
        f"{name:36} {'IoU' if 'piece' in name else 'mIoU'} {value:.3f}" for name, value in report["regions"].items()
    ]
    again, redressed = report["again"], report["redressed"]
    lines.append(f"{'put on again':36} LPIPS {again['lpips']:.3f}, filled with one colour {again['lpips_filled']:.3f}")
    lines += [
        f"{'KID x1000, ' + name:36} {kid['value']:.1f} (sd {kid['deviation']:.1f})"
        for name, kid in report["kid"].items()
    ]
    lines += ["", f"{'read off what was put on':26}{'right':>8}{'ceiling':>9}"]
    lines += [f"{name:26}{redressed['right'][name]:>8.2f}{redressed['ceiling'][name]:>9.2f}" for name in VOCABULARY]
    lines.append(f"main colour off by {redressed['delta_e']:.1f} (CIELAB); {redressed['refused']} refused")
    kept = redressed["body_unchanged"], redressed["head_unchanged"]
    return "\n".join([*lines, f"byte for byte as before: body {kept[0]:.1%}, head and hair {kept[1]:.1%}"])


def _tried(redresser: Redresser, rgba: Pixels, seen: SeenPerson, idea: Idea) -> list[Pixels]:
    """What comes out, or nothing where it cannot be put on."""
    try:
        return [np.ascontiguousarray(redresser.redress(rgba, seen, idea).rgba[..., :3])]
    except FashionGanError:
        return []


def _shown(regions: Pixels) -> Pixels:
    pixels = (painted(torch.from_numpy(regions)[None])[0] + 1) * 127.5
    return np.ascontiguousarray(pixels.round().byte().permute(1, 2, 0).numpy())
