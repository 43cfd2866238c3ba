from tables import ADULTS

START = 1
