"""Collections, sources, testimonies and their editions; taking custody. May import vault, catalogue and below."""
