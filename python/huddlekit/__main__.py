"""The command `huddlekit`, also as `python -m huddlekit`."""

import sys
from importlib.util import find_spec


def main() -> int:
    """Runs the command; without the extra `cli`, says so in one line."""
    if not find_spec("click") or not find_spec("rich"):
        print("huddlekit: the command needs its extra: pip install 'huddlekit[cli]'", file=sys.stderr)
        return 1
    try:
        from .cli import main as run
    except KeyboardInterrupt:  # loading it is the longer part of most commands
        return 130
    return run()


if __name__ == "__main__":
    sys.exit(main())
