"""Do on the device what the page in `test_device.py` asks for, and say what came."""

from browser import document
from kwispel.browser import device, device_use, history


def start() -> None:
    """Listen to the buttons: each does one thing."""
    for name, action in ACTIONS.items():
        document[name].bind("click", _doing(action))
    device.listen_for_fragments(lambda: _say("fragment " + device.fragment()))
    history.listen_for_entries(lambda name: _say("entry " + name))


def _doing(action):  # noqa: ANN001, ANN202 - Brython's own, and short
    def do(_):  # noqa: ANN001, ANN202 - as above
        _say("asked")
        said = action()
        if said is not None:
            _say(str(said))

    return do


def _say(text: str) -> None:
    document["said"].textContent = text


def _keep() -> str:
    return f"{device_use.keep('key', 'text')} {device.kept('key')}"


def _forget() -> str:
    device_use.forget("key")
    return f"[{device.kept('key')}]"


def _copy() -> None:
    device_use.copy("copied text", lambda: _say("copied"), lambda: _say("refused"))


def _share() -> None:
    device_use.share("title", "text", "https://example.org/", lambda: _say("refused"))


ACTIONS = {
    "address": lambda: device.address(document.documentElement),
    "clear": lambda: [device.clear_fragment(), device.fragment()][1],
    "add": lambda: history.add_entry("second"),
    "name": lambda: history.name_entry("first"),
    "sandboxed": lambda: f"{device.is_opaque()} {device.is_sandboxed()}",
    "can-keep": device.can_keep,
    "keep": _keep,
    "kept": lambda: f"[{device.kept('key')}]",
    "forget": _forget,
    "copy": _copy,
    "can-share": lambda: device.can_share("https://example.org/"),
    "share": _share,
    "print": device.print_page,
    "download": lambda: device_use.download("é.txt", "two\nlinés", "text/plain"),
    "day": lambda: f"{device.day_after(0)} {device.day_after(90)}",
    "moment": device_use.moment,
    "words": lambda: device_use.day_in_words("2026-01-09"),
}
