"""Programs that compile the data files of the ladders. Not needed at run time."""
