"""The package's build: make the runtime, for wheels and for editable installs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuntimeHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling's own
    """Makes generator/kwispel/built before the files of a wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the runtime, from the sources that are being packed."""
        del version, build_data
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "generator"))
        from kwispel.runtime.make import make_runtime  # noqa: PLC0415 - from the source

        make_runtime()
