#!/usr/bin/env bash
# Installs Spark into a virtual environment and holds its engine against the embedded one. Arguments: TOOL PYTHON VENV
# [small]. With "small" only short checks: a society with every rule, the village, and a worker that is killed. Without it all
# data sets, every way to lay people and ties out, and a generated town of a million people and ten million ties.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=$1 python=$2 venv=$3 size=${4:-}

# Spark 4 runs on Java 17 or 21.
java_works() { command -v java >/dev/null && java -version 2>&1 | grep -qE 'version "(17|21)'; }
java_works || scripts/install-packages.sh openjdk-17-jre-headless
java_works || {
  java=$(find /usr/lib/jvm -maxdepth 1 -name 'java-17-*' -o -maxdepth 1 -name 'java-21-*' | head -1)
  [ -n "$java" ] || { echo "error: Java 17 or 21 is needed and could not be installed" >&2; exit 1; }
  export JAVA_HOME=$java PATH="$java/bin:$PATH"
}

if [ ! -x "$venv/bin/python" ] || ! cmp -s spark/requirements.txt "$venv/requirements.txt"; then
  echo "installing pyspark into $venv (from PyPI)"
  rm -rf "$venv"
  "$python" -m venv "$venv" || {
    echo "error: $python cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
  }
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r spark/requirements.txt
  cp spark/requirements.txt "$venv/requirements.txt"
fi

SPARK_HOME=$(cd "$("$venv/bin/python" -c 'import importlib.util as u; print(u.find_spec("pyspark").submodule_search_locations[0])')" && pwd)
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1
export GRAPH_TOOL=$PWD/$tool PYSPARK_PYTHON=$PWD/$venv/bin/python PYTHONPATH=$PWD/spark/tests
cd spark/tests
if [ "$size" = small ]; then
  export KILL_OPTIONS="--rounds 8 --communities components"
  "$PYSPARK_PYTHON" -m unittest -v \
    test_same_numbers.SameNumbers.test_society_that_needs_every_rule \
    test_same_numbers.SameNumbers.test_village_with_three_layers_by_circle \
    test_killed_worker
else
  "$PYSPARK_PYTHON" -m unittest -v
fi
