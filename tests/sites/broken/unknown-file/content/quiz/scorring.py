def adjust(result, answers):
    result
