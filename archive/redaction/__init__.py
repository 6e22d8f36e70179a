"""What identifies in a testimony, what was decided of it, the text that follows. May import testimonies and below."""
