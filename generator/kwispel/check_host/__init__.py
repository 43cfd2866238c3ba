"""Look at a site where it stands, and say what is wrong with how it is served."""
