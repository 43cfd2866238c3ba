from __future__ import annotations
import math
from tables import ADULT, CHILDREN
from .tables import CHILDREN
from tables import *
import tables as t
import kwispel.core


def adjust(result, answers):
    import os
    result["total"]["value"] = t.CHILDREN[0] + t.ADULT + ADULT
