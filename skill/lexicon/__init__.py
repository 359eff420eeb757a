"""Free words to terms: what a sentence names, and how each is meant, as present, denied, over or only supposed."""
