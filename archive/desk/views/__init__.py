"""What the desk shows and takes, one module an act."""
