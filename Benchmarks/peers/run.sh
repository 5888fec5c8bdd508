#!/usr/bin/env bash
# Installs peers and compares the program with them. Arguments: TOOL YARDSTICK PYTHON VENV FOLDER DOCUMENT.
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=$1 yardstick=$2 python=$3 venv=$4 folder=$5 document=$6
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

LEFT_OUT=$(tr '\n' ' ' <"$venv/left-out.txt") \
  exec "$venv/bin/python" Benchmarks/peers/compare.py "$tool" "$yardstick" "$folder" "$document"
