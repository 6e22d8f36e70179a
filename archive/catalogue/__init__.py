"""What the public may read: every table of the release, and how one testimony is rendered.

Imported by the gate (which writes and checks a release) and by the reading room (which serves it).
May import `language` and nothing else of the archive. No table here has a key to a table of the desk.
"""
