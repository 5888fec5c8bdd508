import Exports
import Foundation
import GraphModel

/// Where an export goes, and in which form.
struct ExportPlace {
  /// What the output is.
  enum Kind {
    /// Standard output.
    case screen
    /// One file.
    case file
    /// A folder.
    case folder
  }

  let path: String
  let format: GraphFormat
  let kind: Kind
  /// Whether the file is packed with gzip.
  let isPacked: Bool

  /// What an output's name and the options come to.
  ///
  /// - Throws: a `usage` error for a name that shows no form or another one than `--to`, a folder where a file is needed, a
  ///   file that is packed where a folder is made, or bytes for a terminal.
  init(output: String, _ options: GraphFileOptions) throws {
    path = output
    let shown = GraphFormat(ofFile: output)
    let isSnapshots = options.what == .snapshots
    let isMany = options.what == .communities || (isSnapshots && (options.to ?? shown) != .gexf)
    if let given = options.to {
      format = given
    } else if let shown {
      format = shown
    } else if output == "-" || isMany {
      format = .graphml
    } else {
      let names = GraphFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Self.wrong("-o", "\"\(output)\" does not show a form; --to with one of \(names) was expected")
    }
    let isFolder = isMany || format.isFolder
    isPacked = !isFolder && output.lowercased().hasSuffix(".gz")
    kind = isFolder ? .folder : output == "-" ? .screen : .file
    if isFolder, output == "-" {
      let what = isMany ? "--what \(options.what.rawValue)" : "--to \(format.rawValue)"
      throw Self.wrong("-o", "\(what) makes a folder, and standard output takes one file; a folder's name was expected")
    }
    if isFolder, let shown {
      throw Self.wrong(
        "-o", "\"\(output)\" is the name of a \(shown.rawValue) file, and a folder is made; give it another")
    }
    if isFolder, output.lowercased().hasSuffix(".gz") {
      let what = isMany ? "--what \(options.what.rawValue)" : "--to \(format.rawValue)"
      throw Self.wrong("-o", "\(what) makes a folder, which is not packed; a name without .gz was expected")
    }
    if let shown, shown != format {
      throw Self.wrong(
        "-o",
        "\"\(output)\" is the name of a \(shown.rawValue) file, and --to is \(format.rawValue); give it another")
    }
    if kind == .screen, format.isBinary, Console.isTerminal {
      throw Self.wrong("-o", "\(format.rawValue) is no text for a terminal; a file or a pipe was expected")
    }
  }

  /// A usage error.
  static func wrong(_ option: String, _ message: String) -> ReadingError {
    ReadingError(.usage, [InputProblem(file: option, message)])
  }

  /// Makes the output; `body` writes to the path it is given, a folder that is there or a file.
  func write(force: Bool, _ body: (String) throws -> Void) throws {
    switch kind {
    case .folder:
      try Interruption.guarding(try OutputFolder(preparing: path, force: force, kind: .graphs)) { folder in
        try body(folder.partialPath)
        try folder.finish()
      }
    case .file:
      try Interruption.guarding(file: path + ".partial") {
        try WholeFile.write(to: path, force: force) { partial in
          guard isPacked else { return try body(partial) }
          let plain = path + ".unpacked.partial"
          try Interruption.guarding(file: plain) {
            defer { try? FileManager.default.removeItem(atPath: plain) }
            try body(plain)
            try GzipFile.pack(plain, into: partial)
          }
        }
      }
    case .screen:
      let temporary = FileManager.default.temporaryDirectory
        .appendingPathComponent("graph-tool-\(UUID().uuidString)").path
      try Interruption.guarding(file: temporary) {
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        try body(temporary)
        try Console.write(contentsOf: temporary)
      }
    }
  }
}
