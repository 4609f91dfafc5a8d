"""The command line: arguments → options → wiring → exit status. Only here is anything printed."""
