"""The share image of a quiz: a picture with its title, drawn when a site is built."""
