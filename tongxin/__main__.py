"""`python -m tongxin` is the `tongxin` command."""

import sys

from tongxin.config.cli import main

if __name__ == "__main__":
    sys.exit(main())
