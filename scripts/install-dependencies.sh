#!/usr/bin/env bash
# Installs the Debian packages that the build needs, if they are missing, and says so first.
set -euo pipefail

command -v swift >/dev/null || {
  echo "error: no Swift toolchain; install Swift 6.3 (https://www.swift.org/install/linux) and put it on the PATH" >&2
  exit 1
}

missing=()
command -v pkg-config >/dev/null || missing+=(pkg-config)
[ -e /usr/include/igraph/igraph.h ] || pkg-config --exists igraph 2>/dev/null || missing+=(libigraph-dev)
[ -e /usr/include/zlib.h ] || pkg-config --exists zlib 2>/dev/null || missing+=(zlib1g-dev)
[ -e /usr/include/sqlite3.h ] || pkg-config --exists sqlite3 2>/dev/null || missing+=(libsqlite3-dev)

[ ${#missing[@]} -eq 0 ] || "$(dirname "$0")/install-packages.sh" "${missing[@]}"

version=$(pkg-config --modversion igraph)
case "$version" in
  0.10.*) ;;
  *)
    echo "error: graph-tool needs libigraph 0.10 (Debian 12 and Ubuntu 24.04 have it); version $version is installed" >&2
    exit 1
    ;;
esac
