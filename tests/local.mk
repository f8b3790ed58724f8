# Tests, by what they protect.
