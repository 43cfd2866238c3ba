from collections.abc import Mapping, Sequence

class Blob:
    @classmethod
    def from_file_path(cls, filename: str) -> Blob: ...

class Face:
    upem: int
    unicodes: set[int]
    def __init__(self, blob: Blob) -> None: ...
    def get_name(self, name_id: int) -> str | None: ...

class Font:
    def __init__(self, face: Face) -> None: ...

class GlyphPosition:
    x_advance: int

class Buffer:
    glyph_positions: Sequence[GlyphPosition]
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

class OTNameIdPredefined:
    FONT_FAMILY: int

def shape(
    font: Font, buffer: Buffer, features: Mapping[str, bool] | None = None
) -> None: ...
