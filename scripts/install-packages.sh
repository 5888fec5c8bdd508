#!/usr/bin/env bash
# Installs Debian packages and says so first. Arguments: PACKAGE ...
set -euo pipefail

command -v apt-get >/dev/null || {
  echo "error: $* missing, and this is no Debian or Ubuntu; install the like by hand" >&2
  exit 1
}
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "error: $* missing; install as root" >&2; exit 1; }
  as_root=(sudo)
fi
echo "installing $* (${as_root[*]:+with sudo }by apt-get)"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
