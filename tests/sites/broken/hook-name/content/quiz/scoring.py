def sum(values):
    return values


def adjust(result, answers):
    total = result["total"]
    open("answers.txt", "w")
    eval("1 + 1")
    __import__("os")
    print(totl)
    é = getattr(total, "keys")
    __x = [c for c in ()]
    round(total["value"])
