"""Entry points for a WSGI server, one module a process."""
