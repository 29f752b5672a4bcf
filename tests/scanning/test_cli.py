import json
import subprocess
import sys
from importlib.machinery import ModuleSpec
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from scanning.cli import app
from scanning.devices import Driver

RUNNER = CliRunner()


class FakeDevice:
    """Stands in for a camera of the RealSense SDK."""

    def supports(self, info: str) -> bool:
        return True

    def get_info(self, info: str) -> str:
        return {"name": "Intel RealSense D435", "serial": "123", "usb": "3.2"}[info]


def fake_sdk(devices: list[FakeDevice]) -> SimpleNamespace:
    names = SimpleNamespace(name="name", serial_number="serial", usb_type_descriptor="usb")
    context = SimpleNamespace(query_devices=lambda: devices)
    return SimpleNamespace(context=lambda: context, camera_info=names, __spec__=ModuleSpec("pyrealsense2", loader=None))


def test_a_camera_that_answers_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrealsense2", fake_sdk([FakeDevice()]))
    result = RUNNER.invoke(app, ["devices", "--json"])
    found = json.loads(result.stdout)
    assert found["cameras"] == [{"name": "Intel RealSense D435", "serial": "123", "connection": "USB 3.2"}]
    assert {driver["cameras"] for driver in found["drivers"]} >= {"Intel RealSense", "Azure Kinect", "Kinect v2"}


def test_no_camera_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrealsense2", fake_sdk([]))
    result = RUNNER.invoke(app, ["devices"])
    assert result.exit_code == 0
    assert "Plug one into a USB 3 port" in result.stdout


def test_a_missing_driver_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrealsense2", None)
    result = RUNNER.invoke(app, ["devices"])
    assert result.exit_code == 2
    assert "pip install pyrealsense2" in result.stdout


def test_a_driver_is_told_to_be_installed_or_how_to_install_it() -> None:
    assert Driver("any", "Any", "json", "pip install any").line == "driver for Any: installed"
    assert Driver("any", "Any", "no_such_module", "pip install any").line.endswith("not installed: pip install any")


def test_a_driver_in_a_python_that_the_user_names_counts_as_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver("any", "Any", "no_such_module", "pip install any", "ANY_PYTHON")
    assert not driver.installed
    monkeypatch.setenv("ANY_PYTHON", "/opt/any/bin/python")
    assert driver.installed


def test_the_scan_program_loads_neither_networks_nor_qt() -> None:
    code = "import scanning.cli, sys; assert not {'torch', 'PySide6'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
