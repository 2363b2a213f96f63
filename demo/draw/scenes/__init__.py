"""One module for each kind of scene; every module registers three pictures."""
