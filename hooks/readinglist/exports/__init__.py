"""The catalogue for other programs."""
