"""Commands of redaction."""
