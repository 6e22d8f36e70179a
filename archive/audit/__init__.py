"""Who did what, unalterably: a hash chain of events without personal data, and the triggers that guard it.

Every other app may record events here and declare triggers in its app configuration; this one imports none of them.
"""
