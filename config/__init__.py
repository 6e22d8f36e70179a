"""Settings, addresses and entry points of the two processes: the desk and the reading room."""
