"""The texts of the page for publishers, by name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedStrings:
    """What `Strings` has for the page that shows the ways to embed a quiz."""

    embed_link: str
    embed_heading: str
    embed_intro: str
    embed_placeholder: str
    embed_copy: str
    embed_selected: str
    embed_live: str
    embed_measured: str
    embed_estimated: str
    embed_frame: str
    embed_frame_about: str
    embed_loader: str
    embed_loader_about: str
    embed_element: str
    embed_element_about: str
    embed_address: str
    embed_address_about: str
    embed_amp: str
    embed_amp_about: str
    embed_more: str
    embed_item: str
    embed_item_about: str
    embed_file: str
    embed_file_about: str
    embed_takes_yes: str
    embed_takes_role: str
    embed_takes_module: str
    embed_takes_no: str
