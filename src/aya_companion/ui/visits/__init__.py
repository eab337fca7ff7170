"""Visits: appointments, their questions, the sheet, looking back."""
