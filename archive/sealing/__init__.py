"""Envelopes, keys and signatures. Pure Python over ``cryptography``: no Django, no database, no clock."""
