internal import CIgraph
import Synchronization

/// The one door to libigraph: every function here is safe to call from any thread.
///
/// The library keeps its random generator, its error handlers and its list of memory to free in global variables, so
/// one call runs at a time in the whole process and the others wait. A call that fails throws ``IgraphError``; the
/// library's own habit, to print and abort, is switched off before the first call.
package enum Igraph {
  private static let door = Mutex(())

  /// The version of the library that is loaded, such as "0.10.2".
  package static var version: String {
    door.withLock { _ in
      var text: UnsafePointer<CChar>?
      unsafe igraph_version(&text, nil, nil, nil)
      return unsafe text.map { unsafe String(cString: $0) } ?? "unknown"
    }
  }

  /// Runs `body` while no other thread is inside libigraph.
  ///
  /// Owners of igraph's memory are made and freed inside `body`; only plain values come out. A call of `locked` inside
  /// `body` would wait for itself.
  static func locked<Value: Sendable>(
    _ body: (borrowing IgraphSession) throws(IgraphError) -> Value
  ) throws(IgraphError) -> Value {
    try door.withLock { _ throws(IgraphError) -> Value in
      let session = IgraphSession()
      return try body(session)
    }
  }
}
