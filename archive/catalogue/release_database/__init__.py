"""The database backend of a release: SQLite, opened so that nothing can be written or attached."""
