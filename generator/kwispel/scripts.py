"""The scripts of a site, from the runtime that was built for this code."""

from __future__ import annotations

from dataclasses import replace

from kwispel.render.outlets import Scripts
from kwispel.runtime.load import NoRuntime, Runtime, load_runtime


def fresh_runtime() -> Runtime:
    """Give the runtime that this code is made for.

    Raises: NoRuntime.
    """
    runtime = load_runtime()
    if runtime.is_stale:
        raise NoRuntime(
            "the runtime for the browser is older than the code that it is made from; "
            "run `python -m kwispel.runtime`, or `make build`"
        )
    return runtime


def scripts_of(runtime: Runtime, hooks: tuple[str, ...] = ()) -> Scripts:
    """Give the scripts of a site with these hooks."""
    scripts = Scripts(
        runtime=runtime.script,
        plain=runtime.plain,
        stepped=runtime.stepped,
        more=runtime.more,
        complete=runtime.complete,
        boot=runtime.boot,
        steps=runtime.steps,
        frame=runtime.frame,
        embed=runtime.embed,
        element=runtime.element,
    )
    if not hooks:
        return scripts
    from kwispel.hook.browser import hook_script  # noqa: PLC0415 - for few

    hooked = hook_script(runtime.hooked.decode(), hooks).encode()
    complete = hook_script(runtime.complete.decode(), hooks).encode()
    return replace(
        scripts, runtime=hooked, plain=hooked, stepped=hooked, complete=complete
    )
