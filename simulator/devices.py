"""The devices the simulator can be: what each tells the skill about its screen."""
from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from .errors import SimulatorError

APL = "Alexa.Presentation.APL"
_APL_VERSION = "2024.3"
_CODECS = ["H_264_42", "H_264_41"]


@dataclass(frozen=True, slots=True)
class Screen:
    """A viewport as Alexa describes it, in pixels."""

    mode: str
    shape: str
    width: int
    height: int
    dpi: int
    touch: bool

    def viewport(self) -> dict[str, Any]:
        """The context.Viewport object."""
        return {
            "experiences": [{"arcMinuteWidth": 346, "arcMinuteHeight": 216, "canRotate": False, "canResize": False}],
            "mode": self.mode, "shape": self.shape, "dpi": self.dpi,
            "pixelWidth": self.width, "pixelHeight": self.height,
            "currentPixelWidth": self.width, "currentPixelHeight": self.height,
            **({"touch": ["SINGLE"]} if self.touch else {"keyboard": ["DIRECTION"]}),
            "video": {"codecs": list(_CODECS)}}

    def viewports(self) -> list[dict[str, Any]]:
        """The context.Viewports list."""
        size = {"type": "DISCRETE", "pixelWidth": self.width, "pixelHeight": self.height}
        current = {"mode": self.mode, "video": {"codecs": list(_CODECS)}, "size": size}
        return [{"type": "APL", "id": "main", "shape": self.shape, "dpi": self.dpi, "presentationType": "STANDARD",
                 "canRotate": False, "configuration": {"current": current}}]


@dataclass(frozen=True, slots=True)
class Device:
    """A device by name, with its screen if it has one."""

    id: str
    label: str
    screen: Screen | None = None

    def interfaces(self) -> dict[str, Any]:
        """The supportedInterfaces object: only a device with a screen says it draws documents."""
        return {APL: {"runtime": {"maxVersion": _APL_VERSION}}} if self.screen else {}


DEVICES = MappingProxyType({device.id: device for device in (
    Device("echo_dot", "Echo Dot (no screen)"),
    Device("echo_spot", "Echo Spot (round)", Screen("HUB", "ROUND", 480, 480, 160, touch=True)),
    Device("echo_show_5", "Echo Show 5 (small)", Screen("HUB", "RECTANGLE", 960, 480, 160, touch=True)),
    Device("echo_show_8", "Echo Show 8 (hub)", Screen("HUB", "RECTANGLE", 1280, 800, 213, touch=True)),
    Device("fire_tv", "Fire TV", Screen("TV", "RECTANGLE", 1920, 1080, 320, touch=False)),
)})


def device_named(name: object) -> Device:
    """The device of that name; raises SimulatorError naming the devices there are."""
    if isinstance(name, str) and name in DEVICES:
        return DEVICES[name]
    raise SimulatorError("device", f"there is no device {str(name)[:60]!r}", f"choose one of {', '.join(DEVICES)}")
