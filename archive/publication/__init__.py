"""The gate, the release and the way back. May import review and below; nothing below knows that it exists."""
