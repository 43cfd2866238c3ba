"""What answers to a quiz mean, and whether that changed since it was locked."""
