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
for study in susceptibility rewiring blacklist public-or-secret; do
  "$tool" sweep "datasets/studies/$study.yaml" --quiet -o "$work/$study.study" --plots "$work/study-$study"
done

mkdir -p docs/pictures
for picture in florentine/network village/effects village/tiers village/sorting blacklist/lives blacklist/tiers-over-time \
  study-susceptibility/levels-gap study-rewiring/levels-sorting study-blacklist/levels-listed \
  study-public-or-secret/levels-own-scores; do
  cp "$work/$picture.svg" "docs/pictures/${picture/\//-}.svg"
  echo "wrote docs/pictures/${picture/\//-}.svg"
done
