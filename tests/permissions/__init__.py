"""Who may open which address: every URL of the product, for every kind of person."""
