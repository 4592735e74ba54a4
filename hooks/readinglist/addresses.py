"""Every address of the site: pages, arXiv, edits."""
