internal import CIgraph

/// The right to call libigraph, held while the lock is.
///
/// Only ``Igraph/locked(_:)`` makes one. What calls the library takes it as an argument, so a call without the lock
/// does not compile.
struct IgraphSession: ~Copyable {
  /// Begins a session with handlers that let failures return as codes instead of printing and aborting.
  ///
  /// A library built for threads keeps the handlers by thread, hence in every session and not once.
  init() {
    unsafe igraph_set_error_handler(igraph_error_handler_ignore)
    unsafe igraph_set_warning_handler(igraph_warning_handler_ignore)
  }

  /// Turns a code that reports a failure into an error.
  ///
  /// - Parameters:
  ///   - code: what a function of the library returned.
  ///   - attempt: what it was to do, as a verb phrase.
  func check(_ code: igraph_error_t, _ attempt: String) throws(IgraphError) {
    guard code != IGRAPH_SUCCESS else { return }
    throw IgraphError(attempt: attempt, reason: unsafe String(cString: igraph_strerror(code)))
  }

  /// Starts the library's random generator anew; all 64 bits of the seed count.
  func seed(_ seed: UInt64) throws(IgraphError) {
    let code = unsafe igraph_rng_seed(igraph_rng_default(), igraph_uint_t(truncatingIfNeeded: seed))
    try check(code, "seed its random generator")
  }
}
