"""Ladders of generalisation: one module a kind of detail, each rendering its rungs in four languages.

A ladder takes a mention and returns its rungs, finest first; none where it cannot say anything true.
"""
