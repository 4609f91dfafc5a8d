"""Sources: what there is to look at, a content after another, each with its origin."""
