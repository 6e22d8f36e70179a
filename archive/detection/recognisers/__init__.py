"""One recogniser, one module, each with `find(document)`; `identifiers.RECOGNISERS` lists them."""
