"""What `manage.py benchmark detection` measures: what is found, how fast, beside a peer. Knows detection, no Django."""
