"""`papers.yaml` as text: read with places, edited so that every other byte stays."""
