"""The screens of the desk. Views call the domain and never the vault."""
