def adjust(result, answers):
    if answers["tea"] == "a"
        return
