import Foundation

/// The names of the files in a folder of exported graphs, by which it is known from a folder with the user's own files.
enum GraphFolderNames {
  /// Whether a folder holds graphs as they are exported, and nothing else.
  ///
  /// - Parameters:
  ///   - folder: where it stands.
  ///   - names: what it holds.
  static func fit(_ folder: String, _ names: [String]) -> Bool {
    let isTable = names.contains("edges.csv") || names.contains("edges.npy")
    return names.allSatisfy { name in
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      let stands = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard stands, isFolder.boolValue else { return isTable && isPart(name) || isGraph(name) }
      guard isOneOfMany(name) else { return false }
      let inner = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return inner.contains { $0 == "edges.csv" || $0 == "edges.npy" } && !inner.contains(where: isGraph)
        && fit(path, inner)
    }
  }

  /// Whether a file belongs to a graph that is a folder of tables or arrays.
  private static func isPart(_ name: String) -> Bool {
    ["nodes.csv", "edges.csv", "edges.npy", "weights.npy", "graph.json"].contains(name)
      || name.hasSuffix(".npy") && (name.hasPrefix("node_") || name.hasPrefix("edge_"))
  }

  /// Whether a file is one of many graphs, of a form that is a file.
  private static func isGraph(_ name: String) -> Bool {
    guard let point = name.lastIndex(of: ".") else { return false }
    let form = name[name.index(after: point)...]
    return isOneOfMany(name[..<point]) && GraphFormat.allCases.contains { !$0.isFolder && $0.fileExtension == form }
  }

  /// Whether a graph of many has this name: `community-1`, `period-0010`.
  private static func isOneOfMany(_ name: some StringProtocol) -> Bool {
    ["community-", "period-"].contains { prefix in
      let number = name.dropFirst(prefix.count)
      return name.hasPrefix(prefix) && !number.isEmpty && number.utf8.allSatisfy { (48...57).contains($0) }
    }
  }
}
