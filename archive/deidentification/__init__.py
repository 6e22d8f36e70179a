"""Treatments, ladders of generalisation, and the arithmetic that says how exposed a person still is.

Pure Python: no Django, no database, no clock, no network. May import ``archive.detection`` and
``archive.language``; nothing here stores, logs or shows the text it is given.
"""
