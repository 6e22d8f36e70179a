"""What `manage.py benchmark` measures on invented accounts: from approved to issued, and the reading room itself."""
