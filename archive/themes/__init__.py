"""The thesaurus: concepts with labels in several languages, shaped after SKOS. May import users and audit."""
