"""Documents to print or hand over: self-contained HTML, in one language or two side by side."""
