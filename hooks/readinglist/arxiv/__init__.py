"""What arXiv says of papers, compared with what the catalogue says."""
