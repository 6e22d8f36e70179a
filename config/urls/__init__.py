"""Addresses, one module a process."""
