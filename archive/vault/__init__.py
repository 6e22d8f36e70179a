"""Originals, persons and their names, sealed. May import themes, users, audit and the pure packages.

Nothing here hands out an original or a name without leaving an event in the trail, and nothing here is imported by the
reading room.
"""
