def adjust(result, answers):
    pass
