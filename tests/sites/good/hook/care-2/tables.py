"""Tables by age, made up for the tests."""

from more import shift

YOUNG = [20, 30, 42, 55, 65]
OLD = shift(YOUNG, 5)
