def adjust(result, answers):
    numbers = [0]
    while answers:
        numbers = numbers + numbers
