"""What shells complete: the words of the command line, as its own parsers know them."""
