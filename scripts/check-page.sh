#!/usr/bin/env bash
# Makes report pages and drives them in Chromium. Arguments: TOOL PYTHON VENV [town].
# With "town" a generated town of a million people is among them, which takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$1 python=$2 venv=$3 town=${4:-}
out=.build/pages

missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
command -v rsvg-convert >/dev/null || missing+=(librsvg2-bin)
[ ${#missing[@]} -eq 0 ] || scripts/install-packages.sh "${missing[@]}"

if [ ! -x "$venv/bin/python" ] || ! cmp -s scripts/page-requirements.txt "$venv/requirements.txt"; then
  echo "installing playwright, axe-core and pillow into $venv (from PyPI)"
  rm -rf "$venv"
  "$python" -m venv "$venv" || {
    echo "error: $python cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
  }
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r scripts/page-requirements.txt
  cp scripts/page-requirements.txt "$venv/requirements.txt"
fi
check() { "$venv/bin/python" scripts/check_page.py "$@"; }

runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
pages=()
# Writes a run and its plots. Arguments: NAME COMMAND INPUT [OPTION ...]
make_page() {
  local name=$1
  shift
  # A run that fails has no page, which the check then tells.
  SWIFT_BACKTRACE=enable=no "$tool" "$@" --quiet -o "$runs/$name" --plots "$runs/$name.plots" || true
  pages+=("$name=$runs/$name/report.html")
}

check --societies "$runs/societies"
hostile=$(check --name society) column=$(check --name column)
make_page village analyze datasets/village
make_page village-simulated simulate datasets/scenarios/village.yaml
make_page hostile analyze "$runs/societies/$hostile" --by "$column"
make_page hostile-simulated simulate "$runs/societies/hostile.yaml"
make_page florentine analyze datasets/florentine
make_page karate analyze datasets/karate
make_page study sweep "$runs/societies/study.yaml"
make_page study-sampled sweep "$runs/societies/sampled.yaml"
make_page hostile-study sweep "$runs/societies/hostile-study.yaml"
for society in without-spread tied-to-themselves one-person hardly-tied; do
  make_page "$society" analyze "$runs/societies/$society" --self-ties keep
done
if [ -n "$town" ]; then
  echo "making a town of a million people"
  "$tool" generate planted --people 1000000 --mean-degree 10 --seed 1 --quiet -o "$runs/societies/town"
  make_page town analyze "$runs/societies/town" --no-graphml --clusters 0
fi

rm -rf "$out"
check "$out" "${pages[@]}"
