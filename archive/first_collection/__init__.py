"""The first collection: its texts, its recorded decisions, and the loader that takes them through the whole walk."""
