"""The public process: pages of a release for anyone, without sign-in, cookie or script.

Imports `catalogue` and `language` and nothing else of the archive. It holds two files, the release and the tombstones,
and two public keys; it answers GET and HEAD, and it has no code path to the desk, to a secret key or to the network.
"""
