#!/usr/bin/env bash
# Makes a run of every data set and has other tools read its GraphML. Arguments: TOOL PYTHON VENV.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$1 python=$2 venv=$3

if [ ! -x "$venv/bin/python" ] || ! cmp -s scripts/interop-requirements.txt "$venv/requirements.txt"; then
  echo "installing networkx, igraph and networkit into $venv (from PyPI)"
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
  "$tool" analyze "datasets/$data" --permutations 0 --quiet -o "$runs/$data"
done
"$tool" analyze datasets/village --permutations 0 --direction payer --half-life 90 --quiet -o "$runs/village-directed"
"$venv/bin/python" scripts/check_interop.py "$runs"/*
