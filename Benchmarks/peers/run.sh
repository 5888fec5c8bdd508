#!/usr/bin/env bash
# Installs peers and compares the program with them. Arguments: TOOL YARDSTICK PYTHON VENV FOLDER DOCUMENT.
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=$1 yardstick=$2 python=$3 venv=$4 folder=$5 document=$6
Benchmarks/peers/install.sh "$python" "$venv"

LEFT_OUT=$(tr '\n' ' ' <"$venv/left-out.txt") \
  exec "$venv/bin/python" Benchmarks/peers/compare.py "$tool" "$yardstick" "$folder" "$document"
