"""Style sheets and scripts as they are published: few, small, and nothing in them that no page uses."""
