"""Template tags of the reading room's own pages."""
