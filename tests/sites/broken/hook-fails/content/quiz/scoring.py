POINTS = {"a": 2, "b": 1}


def adjust(result, answers):
    total = result["total"]
    if total["value"] is not None:
        total["value"] = POINTS[answers["tea"]]
