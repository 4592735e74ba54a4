"""The rules that a catalogue and its prose keep."""
