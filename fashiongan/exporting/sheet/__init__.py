"""Contact sheets: chosen pictures in rows and columns on pages to print, as PDF and PNG of the same layout."""
