"""x"""

measure = None
