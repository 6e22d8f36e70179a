"""Who signs in at the desk, in what role, and what each role may do. Of the archive, it imports the trail only."""
