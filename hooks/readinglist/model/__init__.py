"""The catalogue as frozen types."""
