"""Checks that drive report.html in a browser; scripts/check_page.py runs them."""
