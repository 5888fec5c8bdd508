#!/usr/bin/env bash
# Times whole commands on a made-up village and prints the median of three runs each, with the peak memory.
#
# Times depend on the machine and the hour; compare two versions in one sitting, run in turn.
set -euo pipefail
cd "$(dirname "$0")/.."
tool=.build/release/graph-tool
people=${PEOPLE:-50000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$tool" generate village --people "$people" --circles $((people / 50)) --quiet -o "$work/village"
ties=$(($(wc -l <"$work/village/friendships.csv") + $(wc -l <"$work/village/transactions.csv") - 2))
echo "$(nproc) threads, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)"
echo "village of $people people, $ties friendships and payments, median of 3"
echo

measure() {
  local name=$1
  shift
  for _ in 1 2 3; do
    rm -rf "$work/run"
    python3 - "$@" <<'PYTHON'
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{time.perf_counter() - start:.3f} {peak:.0f}")
PYTHON
  done | sort -n | sed -n 2p | while read -r seconds peak; do printf '%-42s %8s s %6s MB\n' "$name" "$seconds" "$peak"; done
}

measure "read and describe" "$tool" describe "$work/village"
measure "propagate and measure, no communities" "$tool" analyze "$work/village" --no-communities --permutations 0
measure "the same, susceptibility 0.95" \
  "$tool" analyze "$work/village" --no-communities --permutations 0 --susceptibility 0.95
measure "communities" "$tool" communities "$work/village"
measure "everything, with a run folder" "$tool" analyze "$work/village" --permutations 0 -o "$work/run"
