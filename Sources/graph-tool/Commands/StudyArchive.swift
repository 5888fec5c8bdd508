import Experiments
import Exports
import Foundation
import GraphModel

/// A study in one file, with all that it was made from.
///
/// Files keep their places relative to each other: a scenario still finds its society. The commands that go on with the
/// study, or make it again, stand in README.txt.
struct StudyArchive {
  private let folder: String
  private let store: StudyStore

  init(_ folder: String, _ store: StudyStore) {
    self.folder = folder
    self.store = store
  }

  /// Writes the archive.
  ///
  /// - Throws: `StudyError` if a file of a society is not there any more, or has changed.
  func write(to path: String, force: Bool) throws {
    try WholeFile.check(path, force: force)
    var files: [(path: String, content: FileArchive.Content)] = []
    var experiment = ""
    for input in try store.inputs() {
      let whole = try whole(input.path)
      if let content = input.content {
        files.append((whole, .text(content)))
        if input.role == "experiment" { experiment = whole }
      } else {
        guard let found = try? InputFile.read(whole).sha256 else {
          throw StudyError(
            .noStudy, "\(input.path): the society's file is not there, so the archive would not be whole")
        }
        guard found == input.sha256 else {
          throw StudyError(.damaged, "\(input.path): the society's file has changed since the study began")
        }
        files.append((whole, .file(whole)))
      }
    }
    let root = Self.commonFolder(files.map(\.path))
    let name = folder.split(separator: "/").last.map(String.init) ?? "study"
    let copy = path + ".database"
    try? FileManager.default.removeItem(atPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try store.copy(to: copy)
    var entries = [FileArchive.Entry("\(name)/\(StudyStore.fileName)", .file(copy))]
    let page = folder + "/report.html"
    if FileManager.default.fileExists(atPath: page) {
      entries.append(FileArchive.Entry("\(name)/report.html", .file(page)))
    }
    let inputs = files.map { FileArchive.Entry("inputs/" + $0.path.dropFirst(root.count), $0.content) }
    entries += inputs
    entries.append(
      FileArchive.Entry("README.txt", .text(readme(name, experiment: "inputs/" + experiment.dropFirst(root.count)))))
    try Interruption.guarding(file: path + ".partial") {
      try WholeFile.write(to: path, force: force) { try FileArchive.write(entries, to: $0) }
    }
  }

  private func readme(_ name: String, experiment: String) -> String {
    """
    A study of graph-tool \(GraphTool.version), with all that it was made from.

    Look at it:        graph-tool study \(CommandLineText.quoted(name))
    Go on with it:     graph-tool sweep \(CommandLineText.quoted(experiment)) -o \(CommandLineText.quoted(name)) --replicates 100
    Make it again:     graph-tool sweep \(CommandLineText.quoted(experiment)) -o again
    Make one run:      graph-tool study again --scenario 1:1 > run.yaml; graph-tool simulate run.yaml

    \(name)/study.sqlite is a database of SQLite; docs/experiments.md describes its tables.

    """
  }

  private func whole(_ path: String) throws -> String {
    let place = try store.place(of: path, from: FileManager.default.currentDirectoryPath)
    return URL(fileURLWithPath: place).standardizedFileURL.path
  }

  /// The deepest folder above all files, with a slash at its end.
  private static func commonFolder(_ paths: [String]) -> String {
    guard var common = paths.first.map({ $0.split(separator: "/").dropLast() }) else { return "/" }
    for path in paths {
      let parts = path.split(separator: "/").dropLast()
      common = common.prefix(zip(common, parts).prefix { $0 == $1 }.count)
    }
    return common.isEmpty ? "/" : "/" + common.joined(separator: "/") + "/"
  }
}
