"""The shape that scores make together, as points of a polygon."""


def outline(axes: str, places: str) -> str:
    """Give the points of a polygon that has a corner on each axis.

    Shape: axes are the ends of the axes, "x,y" each, seen from the middle of the chart;
    places, one for each axis, say how far from there to its end the corner is.
    Units: axes in whole units of the chart; places from 0 to 10000.
    """
    corners: list[str] = []
    ends = axes.split()
    for at, place in enumerate(places.split()):
        x, _, y = ends[at].partition(",")
        corners.append(_part(x, place) + "," + _part(y, place))
    return " ".join(corners)


def _part(length: str, place: str) -> str:
    return str(int(length) * int(place) // 10000)
