"""PDFs of a site's pages, made by an installed browser; `printer` is its door."""
