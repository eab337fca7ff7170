"""Parts of the benchmark of how fast the app starts."""
