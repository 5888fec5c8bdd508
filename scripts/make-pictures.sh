#!/usr/bin/env bash
# Makes the pictures that README and docs show. Argument: TOOL.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$tool" analyze datasets/florentine --quiet --plots "$work/florentine"
"$tool" analyze datasets/village --quiet --plots "$work/village"
"$tool" simulate datasets/scenarios/blacklist.yaml --quiet -o "$work/blacklist.run" --plots "$work/blacklist"

mkdir -p docs/pictures
for picture in florentine/network village/effects village/tiers village/sorting blacklist/lives blacklist/tiers-over-time; do
  cp "$work/$picture.svg" "docs/pictures/${picture/\//-}.svg"
  echo "wrote docs/pictures/${picture/\//-}.svg"
done
