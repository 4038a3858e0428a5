"""The entry point: `kunto`, or `python -m asiakaskunto_cli`."""

import gc
import os
import sys

from asiakaskunto_cli import __version__


def main() -> int:
    """Run kunto with the words of the command line and return its exit code.

    The version is told before anything is imported: it is asked by scripts, again and again.
    """
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"kunto {__version__}\n")
        return 0
    # Importing makes many objects that stay: to look for garbage among them is a tenth of it.
    gc.set_threshold(100_000, 50, 50)
    # What other programs plug into pydantic has no business here; to look for it takes 10 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from asiakaskunto_cli.cli.app import run  # noqa: PLC0415 see above

    code = run(sys.argv[1:])
    # The process ends: what is left of it need not be looked through for garbage once more.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
