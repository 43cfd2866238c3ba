"""What a quiz means, once every file of it has been understood."""
