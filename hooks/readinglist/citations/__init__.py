"""References to papers, in the formats that other programs read."""
