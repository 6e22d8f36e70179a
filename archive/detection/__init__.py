"""Where a text may identify somebody, and why.

Pure: imports the standard library, numpy, the packaged dictionaries and `archive.language`;
no Django, no database, no network.
"""
