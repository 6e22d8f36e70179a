"""Running the archive: bootstrap, quickstart, tests, benchmarks.

The topmost layer: may import everything below, and nothing imports it. `bootstrap` and `preflight` use the standard
library only, because they run before anything is installed.
"""
