MORE = {"a": 1}
