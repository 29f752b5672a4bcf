"""A report for people to read."""

from typing import Any

from fashiongan.attributes import VOCABULARY


def report_table(report: dict[str, Any]) -> str:
    """The means over the seeds, beside what real garments score."""
    mean, real, cost = report["mean"], report["real"], report["cost"]
    lines = [f"{'':34}{'fakes':>10}{'real':>10}"]
    for space in mean["kid"]:
        kid, floor = mean["kid"][space], real["kid"][space]["value"]
        low, high = (kid["value"] + side * kid["deviation"] for side in (-2, 2))
        lines.append(_line(f"KID x1000, {space} features", kid["value"], floor) + f"  (95 %: {low:.1f} to {high:.1f})")
    lines += [_line(name, mean["manifold"][name], real["manifold"][name], 2) for name in mean["manifold"]]
    lines.append(_line("variety inside a category", mean["category_variety"], 1.0, 2))
    for name, what in (("network", "the network alone"), ("finished", "as it leaves the program")):
        lines.append(_line(f"Delta E 2000, {what}", mean["color_error"][name]))
    for space, copies in mean["copies"].items():
        lines.append(_line(f"too near training, {space} (%)", 100 * copies["too_near"], 1.0))
    lines.append(_line("ms a picture", cost["ms_a_picture"]))
    lines.append(_line("MB of this whole program", cost["process_mb"], digits=0))
    lines.append(_line("million weights", cost["weights_millions"], digits=2))
    return "\n".join([*lines, "", *_attribute_lines(report)])


def _attribute_lines(report: dict[str, Any]) -> list[str]:
    mean, real, cas = report["mean"]["attributes"], report["real"]["attributes"], report.get("cas")
    lines = [
        f"{'':12}{'GAN-test':>10}{'ceiling':>10}{'share':>8}"
        + (f"{'CAS':>10}{'ceiling':>10}{'share':>8}" if cas else "")
    ]
    for name in VOCABULARY:
        line = f"{name:12}{_three(mean[name], real[name])}"
        lines.append(line + (_three(cas["fakes"][name], cas["real"][name]) if cas else ""))
    return lines


def _three(value: float, ceiling: float) -> str:
    return f"{value:>10.3f}{ceiling:>10.3f}{value / max(ceiling, 1e-9):>8.0%}"


def _line(name: str, fakes: float, real: float | None = None, digits: int = 1) -> str:
    return f"{name:34}{fakes:>10.{digits}f}" + (f"{real:>10.{digits}f}" if real is not None else "")
