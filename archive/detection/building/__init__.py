"""Scripts that compile what `data` ships: run by a person, never at run time; they need the `building` extra."""
