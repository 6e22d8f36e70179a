"""A second pair of eyes on every decision. May import redaction and below."""
