#!/usr/bin/env bash
# Installs peers into a virtual environment, unless they are there. Arguments: PYTHON VENV.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=$1 venv=$2
list=Benchmarks/peers/requirements.txt

if [ ! -x "$venv/bin/python" ] || ! cmp -s "$list" "$venv/requirements.txt"; then
  echo "installing peers into $venv (from PyPI)"
  rm -rf "$venv"
  "$python" -m venv "$venv" || {
    echo "error: $python cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
  }
  : >"$venv/left-out.txt"
  if ! "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$list"; then
    # One that cannot be had must not cost the others.
    while read -r package; do
      "$venv/bin/pip" install --quiet --disable-pip-version-check "$package" ||
        echo "${package%%==*}" >>"$venv/left-out.txt"
    done <"$list"
  fi
  cp "$list" "$venv/requirements.txt"
fi
