"""Every spelling a name can take, and folding for search.

Pure: knows no Django and no database, imports nothing of the archive. Protected words pass through here
as arguments only; whoever needs a person afterwards holds the person's reference.
"""
