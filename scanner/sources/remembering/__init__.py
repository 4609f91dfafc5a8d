"""What a scan of a history remembers for the next one.

`ledger` takes down, while a history is looked at, which of its places said something. At the end that makes two things
of each repository: a `record`, for where nothing will have changed, by which only what said something is read again;
and the `past`, for where it will have grown, by which only what is new is compared and read. `remembered` puts them to
the memory and asks it for them; `memory` is the file, which holds them as text, and beside them what each pack came to.
All of it counts for the same `rules` alone.
"""
