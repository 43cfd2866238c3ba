"""The templates of a theme as Python runs them, to be kept between builds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from kwispel.render.class_names import ClassNames
from kwispel.render.templates import template_environment


class TemplateCode(BytecodeCache):
    """Compiled templates by what they were made from; it grows as they are used."""

    def __init__(self, code: Mapping[str, bytes]) -> None:
        """Begin with what was compiled before."""
        self.code = dict(code)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where its text is still the same."""
        if (code := self.code.get(_name(bucket))) is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self.code[_name(bucket)] = bucket.bytecode_to_string()


def _name(bucket: Bucket) -> str:
    return f"{bucket.key} {bucket.checksum}"


def compile_templates(folders: tuple[Path, ...], classes: ClassNames) -> TemplateCode:
    """Compile every template of a theme."""
    templates = template_environment(folders, classes)
    templates.bytecode_cache = made = TemplateCode({})
    for name in templates.list_templates(extensions=["jinja"]):
        templates.get_template(name)
    return made


def use_code(
    folders: tuple[Path, ...], classes: ClassNames, code: Mapping[str, bytes]
) -> None:
    """Have a theme's templates taken from what was compiled before."""
    template_environment(folders, classes).bytecode_cache = TemplateCode(code)
