# Sample papers of an invented borough.
