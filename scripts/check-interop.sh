#!/usr/bin/env bash
# Makes a run and a pack of every data set and has other tools read them. Arguments: TOOL PYTHON VENV.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$1 python=$2 venv=$3

if [ ! -x "$venv/bin/python" ] || ! cmp -s scripts/interop-requirements.txt "$venv/requirements.txt"; then
  echo "installing networkx, igraph, networkit, numpy and scipy into $venv (from PyPI)"
  rm -rf "$venv"
  "$python" -m venv "$venv" || {
    echo "error: $python cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
  }
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r scripts/interop-requirements.txt
  cp scripts/interop-requirements.txt "$venv/requirements.txt"
fi

runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
for data in florentine karate miserables village; do
  "$tool" analyze "datasets/$data" --permutations 0 --ties --quiet -o "$runs/$data"
  "$tool" pack "datasets/$data" --quiet -o "$runs/$data.pack"
done
directed="datasets/village --direction payer --half-life 90"
# shellcheck disable=SC2086 # options are words
"$tool" analyze $directed --permutations 0 --ties --quiet -o "$runs/village-directed"
# shellcheck disable=SC2086
"$tool" pack $directed --quiet -o "$runs/village-directed.pack"
names=(florentine karate miserables village village-directed)
"$venv/bin/python" scripts/check_interop.py "${names[@]/#/$runs/}"
