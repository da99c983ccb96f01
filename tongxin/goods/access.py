"""Who may see and do what here. A stranger gets 404."""
