#!/usr/bin/env bash
# Installs the program into a temporary prefix, moves the build folder away, and runs what was installed.
#
# The program must carry the data it needs: whatever it looked up in the build folder would be missing here.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
prefix=$(mktemp -d)
trap 'if [ -d "$root/.build-away" ]; then mv "$root/.build-away" "$root/.build"; fi; rm -rf "$prefix"' EXIT

make --no-print-directory install PREFIX="$prefix"
mv .build .build-away
data=$root/datasets
cd "$prefix"
bin/graph-tool analyze "$data/village" --scorecard zhima --permutations 0 --quiet -o village.run
test -s village.run/run.json
test "$(wc -l <village.run/people.csv)" -eq 301
echo "the installed program runs without the build folder"
