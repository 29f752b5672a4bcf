"""Everything that leaves the studio as files: pictures, sheets of them, fitted garments, projects."""
