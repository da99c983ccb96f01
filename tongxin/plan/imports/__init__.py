"""Annual plans from spreadsheets."""
