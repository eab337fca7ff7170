"""Pages, glossary and sources, from files to blocks."""
