"""Text as it is written and as it is shown: characters, formulas, Markdown, escaping, wording."""
