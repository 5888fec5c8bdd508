"""The job that is given to spark-submit: `spark-submit analyze.py SOCIETY -o OUT`; see docs/scale.md."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from contagion.main import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
