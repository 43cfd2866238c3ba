"""Know the characters that text of an author should not hold."""

from __future__ import annotations

import re

# Unicode's line and paragraph separators count as line ends to some readers of text
# and not to others; places would differ. Python-Markdown has its own use for STX, ETX.
CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
