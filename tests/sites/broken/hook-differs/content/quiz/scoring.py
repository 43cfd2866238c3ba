POINTS = {"once": 2, "10": 1}


def adjust(result, answers):
    if answers:
        result["total"]["value"] = list(POINTS.values())[0]
