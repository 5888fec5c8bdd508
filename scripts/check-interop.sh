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
# Names that are hard to write, and columns of every kind.
"$venv/bin/python" scripts/hostile_society.py "$runs/hostile-society"
"$tool" analyze "$runs/hostile-society" --permutations 0 --ties --quiet -o "$runs/hostile"

# Every form, from the run and from the society.
export_all() {
  local run=$1 to
  shift
  mkdir "$run.exports"
  for to in graphml gexf gml dot csv npy npz sqlite jsonl; do
    "$tool" export "$run" --to $to --layout never --any-size --quiet -o "$run.exports/run.$to"
    "$tool" export "$@" --to $to --layout never --any-size --quiet -o "$run.exports/society.$to"
  done
  for what in run society; do
    "$tool" export "$run" --layout never --quiet -o "$run.exports/$what.graphml.gz"
    "$tool" export "$run" --layout always --quiet -o "$run.exports/$what.drawn.graphml"
  done
}
for data in florentine karate miserables village; do export_all "$runs/$data" "datasets/$data"; done
# shellcheck disable=SC2086
export_all "$runs/village-directed" $directed
export_all "$runs/hostile" "$runs/hostile-society"

names=(florentine karate miserables village village-directed hostile)
"$venv/bin/python" scripts/check_interop.py "${names[@]/#/$runs/}"
