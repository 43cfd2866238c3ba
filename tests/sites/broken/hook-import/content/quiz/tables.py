from rounds import START

ADULTS = [1, 2]
CHILDREN = [START]
