"""The generated pages, and the safety check of finished ones."""
