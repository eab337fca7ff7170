"""Languages: which there are, how they say things, how they write numbers and dates."""
