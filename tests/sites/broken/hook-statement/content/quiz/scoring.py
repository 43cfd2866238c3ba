class Table:
    rows = [1, 2]


COUNT = 0


@staticmethod
def half(value):
    return value * 0.5


async def later():
    await half(1)


def adjust(result, answers):
    global COUNT
    COUNT += 1
    try:
        value = half(result["total"]["value"])
    except TypeError:
        raise
    match answers:
        case {}:
            yield value
    assert value in {1, 2}
    with answers:
        text = f"{value:.1f}" + "%d" % value + str(b"bytes")


SMILE = "\ud83d" + "\ude00"
