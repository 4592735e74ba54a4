"""The core of the reading list: a catalogue in, pages out, with no MkDocs, no network and no clock."""
