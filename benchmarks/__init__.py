"""Side-by-side measurements; ``make bench`` runs them all and rewrites docs/benchmarks.md."""
