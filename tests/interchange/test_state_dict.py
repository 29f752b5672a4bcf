import io
import os
from pathlib import Path

import pytest
import torch
from torch import nn

from fashiongan.errors import CheckpointError
from fashiongan.interchange.state_dict import MAX_WEIGHTS, read_state_dict

LEFT = "left-by-code"


class Code:
    """Makes a folder when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.mkdir, (LEFT,))


def as_file(content: object, zipped: bool = True) -> bytes:
    buffer = io.BytesIO()
    torch.save(content, buffer, _use_new_zipfile_serialization=zipped)
    return buffer.getvalue()


@pytest.mark.parametrize("zipped", [True, False])
def test_both_forms_of_files_are_read(zipped: bool, tmp_path: Path) -> None:
    (tmp_path / "x.pth").write_bytes(as_file({"a": torch.arange(3).double()}, zipped))
    assert read_state_dict(tmp_path / "x.pth")["a"].tolist() == [0, 1, 2]


@pytest.mark.parametrize("zipped", [True, False])
def test_code_in_a_pickle_is_named_and_not_run(zipped: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.pth").write_bytes(as_file({"a": torch.zeros(1), "b": Code()}, zipped))
    with pytest.raises(CheckpointError, match="a pickle with code in it, and none of it was run"):
        read_state_dict(Path("x.pth"))
    assert not Path(LEFT).exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no checkpoint of PyTorch"),
        (b"hello, this is text", "no checkpoint of PyTorch"),
        (as_file({}), "no named tensors"),
        (as_file([torch.zeros(1)]), "no named tensors"),
        (as_file({"a": torch.zeros(1), "epoch": 3}), '"epoch", which is no tensor'),
        (as_file({"a": torch.eye(2).to_sparse()}), '"a", which is no tensor'),
        (as_file({"a": torch.zeros(1).expand(MAX_WEIGHTS + 1)}), "claims to hold more than"),
        (as_file({"a": torch.tensor(torch.nan)}), "not finite"),
        (as_file(nn.Linear(1, 1)), "a pickle with code in it"),
    ],
)
def test_bad_files_are_refused_in_one_line(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "x.pth").write_bytes(content)
    with pytest.raises(CheckpointError, match=message) as caught:
        read_state_dict(tmp_path / "x.pth")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="cannot be read"):
        read_state_dict(tmp_path / "none.pth")


@pytest.mark.parametrize("zipped", [True, False])
def test_a_file_that_is_cut_short_anywhere_is_refused(zipped: bool, tmp_path: Path) -> None:
    whole = as_file({"a": torch.zeros(100)}, zipped)
    for length in range(4, len(whole) - 1, 37):
        (tmp_path / "x.pth").write_bytes(whole[:length])
        with pytest.raises(CheckpointError):
            read_state_dict(tmp_path / "x.pth")
