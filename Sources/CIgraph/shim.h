// The only door to libigraph's headers.
//
// The standard headers come first: igraph.h included alone drags in a second definition of fd_set that clashes with
// the one Foundation imports.
#ifndef CIGRAPH_SHIM_H
#define CIGRAPH_SHIM_H

#include <stdlib.h>
#include <stdio.h>
#include <math.h>
#include <igraph_version.h>

#if IGRAPH_VERSION_MAJOR != 0 || IGRAPH_VERSION_MINOR != 10
#error "graph-tool needs libigraph 0.10 (Debian 12 and Ubuntu 24.04 have it: apt-get install libigraph-dev); another version is installed."
#endif

#include <igraph.h>

#endif
