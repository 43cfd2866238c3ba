"""Real web servers, which tests start at a free port with a configuration of theirs."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_MODULES = Path("/usr/lib/apache2/modules")
_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_NGINX_TYPES = Path("/etc/nginx/mime.types")
_PATIENCE_S = 20
_FIRST_PORT, _PORTS = 20_000, 12_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server works: its own folder, the one that it serves, and its port."""

    folder: Path
    root: Path
    port: int


def free_port() -> int:
    """Give a port at which nobody listens, and that no system gives to anybody.

    Servers take turns at one port, and between two of them it must stay free.
    """
    while True:
        port = _FIRST_PORT + secrets.randbelow(_PORTS)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port


def is_installed(name: str) -> bool:
    """Say whether the machine has the server, where Debian has its parts."""
    parts = {"nginx": _NGINX_TYPES, "apache": _MODULES}
    return _program(name) is not None and parts.get(name, Path("/")).exists()


def _program(name: str) -> str | None:
    """Find a server, also where only root looks."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    return shutil.which("apache2" if name == "apache" else name, path=path)


@contextmanager
def running(name: str, place: Place, config: str) -> Iterator[None]:
    """Run a server with this in its block for the site, until the end.

    Raises: AssertionError, with what the server said, where it does not start.
    """
    command = _COMMANDS[name](place, config)
    program = _program(name)
    assert program, f"{name} is not installed"
    assert not _listens(place.port), f"port {place.port} is another server's"
    log = place.folder / "log"
    homes = {name: str(place.folder) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    with log.open("wb") as out:
        server = subprocess.Popen(
            [program, *command], stdout=out, stderr=out, env={**os.environ, **homes}
        )
        try:
            _await(server, place.port, log)
            yield
        finally:
            server.terminate()
            server.wait(timeout=_PATIENCE_S)


def _await(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until the server listens."""
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until and server.poll() is None:
        if _listens(port):
            return
        time.sleep(0.02)
    raise AssertionError(log.read_text(errors="replace"))


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _nginx(place: Place, config: str) -> list[str]:
    brotli = f"load_module {_BROTLI};" if _BROTLI.exists() else ""
    user = "user root;" if os.geteuid() == 0 else ""
    temporary = "".join(
        f"{name}_temp_path {place.folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    _write(
        place.folder / "nginx.conf",
        f"{brotli} {user} daemon off; pid {place.folder}/pid; worker_processes 1;"
        f"error_log stderr; events {{ }} http {{ include {_NGINX_TYPES};"
        f"default_type application/octet-stream; access_log off; {temporary}"
        f"server {{ listen 127.0.0.1:{place.port}; root {place.root};\n{config}\n}} }}",
    )
    return ["-c", str(place.folder / "nginx.conf"), "-p", str(place.folder)]


def _caddy(place: Place, config: str) -> list[str]:
    _write(
        place.folder / "Caddyfile",
        f"{{\nadmin off\nauto_https off\n}}\n"
        f"http://127.0.0.1:{place.port}, http://localhost:{place.port} {{\n"
        f"root * {place.root}\n{config}\n}}\n",
    )
    file = str(place.folder / "Caddyfile")
    return ["run", "--adapter", "caddyfile", "--config", file]


_APACHE_MODULES = [
    "mpm_event",
    "authz_core",
    "unixd",
    "mime",
    "dir",
    "headers",
    "filter",
    "deflate",
    "rewrite",
]


def _apache(place: Place, config: str) -> list[str]:
    loads = "\n".join(
        f"LoadModule {name}_module {_MODULES}/mod_{name}.so"
        for name in _APACHE_MODULES
        if (_MODULES / f"mod_{name}.so").exists()
    )
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    _write(place.folder / "types", "text/html html\ntext/css css\n")
    _write(
        place.folder / "apache.conf",
        f"{loads}\n{user}ServerName localhost\nListen 127.0.0.1:{place.port}\n"
        f"PidFile {place.folder}/pid\nMutex file:{place.folder}\n"
        f"ErrorLog {place.folder}/errors\nTypesConfig {place.folder}/types\n"
        f"DocumentRoot {place.root}\n<Directory {place.root}>\nAllowOverride All\n"
        f"Options FollowSymLinks\nRequire all granted\n</Directory>\n{config}\n",
    )
    return ["-X", "-f", str(place.folder / "apache.conf")]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


_COMMANDS: Mapping[str, Callable[[Place, str], list[str]]] = {
    "nginx": _nginx,
    "caddy": _caddy,
    "apache": _apache,
}
