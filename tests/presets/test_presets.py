import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from fashiongan.attributes import GarmentAttributes
from fashiongan.errors import OutputError, RequestError
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import StylePicture
from fashiongan.presets.built_in import built_in_presets
from fashiongan.presets.folder import delete_preset, read_presets, rename_preset, write_preset
from fashiongan.presets.preset import Preset, from_json, to_json


def summer() -> Preset:
    random = np.random.default_rng(0)
    style = StylePicture(random.integers(0, 256, (256, 256, 4), np.uint8), True, "silk.png", "ab" * 32)
    words = GarmentAttributes.parse({"category": "dress", "pattern": "floral"}, ("teal", "white"))
    return Preset("Summer, for Ana", GenerationRequest(words, 12, 77, Controls(0.7, 0.0, style)), seed_locked=True)


def plain(name: str, seed: int = 0) -> Preset:
    return Preset(name, GenerationRequest(GarmentAttributes(), 4, seed))


def names(folder: Path) -> list[str]:
    return [preset.name for preset in read_presets(folder).presets]


def test_what_is_kept_comes_back_with_its_style_picture(tmp_path: Path) -> None:
    write_preset(tmp_path / "presets", summer())
    [kept] = read_presets(tmp_path / "presets").presets
    assert kept.asks_the_same(summer())
    assert (kept.name, kept.seed_locked, kept.request.count, kept.request.seed) == ("Summer, for Ana", True, 12, 77)
    style, before = kept.request.controls.style, summer().request.controls.style
    assert style is not None
    assert before is not None
    assert np.array_equal(style.rgba, before.rgba)
    assert (style.name, style.cut_out) == ("silk.png", True)


def test_a_preset_is_one_file_that_a_person_can_read(tmp_path: Path) -> None:
    write_preset(tmp_path, plain("Été à Iași"))
    [file] = tmp_path.iterdir()
    content = json.loads(file.read_text())
    assert content["name"] == "Été à Iași"
    assert (content["words"], content["count"], content["style"]) == ({}, 4, None)


def test_no_folder_is_no_presets(tmp_path: Path) -> None:
    assert read_presets(tmp_path / "none").presets == ()


def test_the_same_name_replaces_in_capitals_or_not(tmp_path: Path) -> None:
    write_preset(tmp_path, plain("mine", 1))
    write_preset(tmp_path, plain("Mine", 2))
    [kept] = read_presets(tmp_path).presets
    assert (kept.name, kept.request.seed) == ("Mine", 2)


def test_names_that_differ_only_in_letters_outside_ascii_are_two(tmp_path: Path) -> None:
    for name in ("夏", "冬", "a/b", "a b", "..", "CON"):
        write_preset(tmp_path, plain(name))
    assert set(names(tmp_path)) == {"夏", "冬", "a/b", "a b", "..", "CON"}


def test_a_damaged_file_is_told_in_one_line_and_the_others_are_still_there(tmp_path: Path) -> None:
    write_preset(tmp_path, plain("good"))
    (tmp_path / "bad.json").write_text('{"format": "fashiongan preset", "version": 1')
    (tmp_path / "other.json").write_text('{"format": "a recipe"}')
    kept = read_presets(tmp_path)
    assert [preset.name for preset in kept.presets] == ["good"]
    assert ["bad.json" in line or "other.json" in line for line in kept.refused] == [True, True]
    assert all("\n" not in line for line in kept.refused)


def test_a_preset_is_renamed_and_deleted(tmp_path: Path) -> None:
    write_preset(tmp_path, plain("one"))
    renamed = rename_preset(tmp_path, plain("one"), "two")
    assert names(tmp_path) == ["two"] == [renamed.name]
    rename_preset(tmp_path, renamed, "Two")
    assert names(tmp_path) == ["Two"]
    assert len(list(tmp_path.iterdir())) == 1
    delete_preset(tmp_path, "two")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "presets").write_text("a file")
    with pytest.raises(OutputError, match="cannot be written"):
        write_preset(tmp_path / "presets", plain("mine"))


@pytest.mark.parametrize("name", ["", "  ", "two\nlines", "x" * 61])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(RequestError, match="is no name"):
        plain(name)


def test_a_seed_that_is_not_locked_makes_no_difference_and_a_locked_one_does() -> None:
    assert plain("a", 1).asks_the_same(plain("b", 2))
    assert not replace(plain("a", 1), seed_locked=True).asks_the_same(replace(plain("a", 2), seed_locked=True))


def test_the_built_in_presets_draw_different_things_under_different_names() -> None:
    presets = built_in_presets()
    assert len({preset.name for preset in presets}) == len(presets)
    assert not any(one.asks_the_same(other) for one in presets for other in presets if one is not other)


@settings(max_examples=60)
@given(some.data())
def test_a_file_that_was_changed_anywhere_is_the_same_or_told(
    tmp_path_factory: pytest.TempPathFactory, data: some.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("presets")
    kept = to_json(plain("mine"))
    key = data.draw(some.sampled_from(sorted(kept)))
    kept[key] = data.draw(some.none() | some.booleans() | some.integers() | some.floats() | some.text() | some.just([]))
    (folder / "mine.json").write_text(json.dumps(kept))
    found = read_presets(folder)
    assert len(found.presets) + len(found.refused) == 1


def test_a_style_picture_that_was_damaged_is_no_preset() -> None:
    kept = to_json(summer())
    for spoilt in ("", "no base 64!", kept["style"]["png"][:400]):
        with pytest.raises(ValueError, match="style picture is damaged"):
            from_json(kept | {"style": kept["style"] | {"png": spoilt}})
