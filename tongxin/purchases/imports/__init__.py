"""Old ledgers from spreadsheets."""
