#!/bin/sh
# Make .venv with Python 3.11 or later; where that cannot be, say what to install.
# PYTHON=/path/to/python chooses one.
set -eu

wanted='import sys; sys.exit(sys.version_info < (3, 11))'

say() { printf '%s\n' "$*" >&2; }
fail() { say "error: $*"; exit 1; }

works() { command -v "$1" >/dev/null 2>&1 && "$1" -c "$wanted" >/dev/null 2>&1; }

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        works "$PYTHON" || fail "PYTHON=$PYTHON is no Python 3.11 or later"
        echo "$PYTHON"
        return
    fi
    # A python3 can be older while another one stands beside it.
    for name in python3 python3.11 python3.12 python3.13 python3.14 python; do
        if works "$name"; then
            echo "$name"
            return
        fi
    done
    fail "no Python 3.11 or later found: install it, or set PYTHON to its path"
}

can_make_venvs() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

as_root=
may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] && return
    as_root='sudo -n'
    command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null
}

# Debian and Ubuntu keep a part of Python's standard library in a package of its own.
install_venv_module() {
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if may_install; then
        say "installing $package with apt-get"
        export DEBIAN_FRONTEND=noninteractive
        $as_root apt-get -qq update >/dev/null </dev/null &&
            $as_root apt-get -qq -y --no-install-recommends install "$package" \
                >/dev/null </dev/null || true
    fi
    can_make_venvs "$1" || fail "$1 cannot make environments:" \
        "install its venv module (on Debian and Ubuntu: apt install $package)"
}

if works .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; then
    exit 0
fi
python=$(find_python)
can_make_venvs "$python" || install_venv_module "$python"
say "making .venv with $("$python" --version) ($(command -v "$python"))"
"$python" -m venv --clear .venv
