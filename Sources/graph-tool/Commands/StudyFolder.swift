import Experiments
import Foundation

/// The folder of a study: what may stand there, and what is taken away.
struct StudyFolder {
  let path: String

  /// The page of a study.
  static let pageName = "report.html"

  init(_ path: String) { self.path = path }

  /// The files that make up a study; others are nobody's business.
  private static let names = [
    StudyStore.fileName, StudyStore.fileName + "-wal", StudyStore.fileName + "-shm", pageName, "workers",
  ]

  /// Sees that a study can be made or gone on with here; with `force` one that stands here is taken away.
  func prepare(force: Bool) throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard unsafe manager.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw StudyError(.other, "\(path): a file stands here; a folder for the study was expected")
    }
    let stands = StudyStore.stands(in: path)
    let others = ((try? manager.contentsOfDirectory(atPath: path)) ?? []).filter { !Self.names.contains($0) }
    if !stands, !others.isEmpty {
      throw StudyError(
        .other,
        "\(path): the folder holds other files than a study, such as \(others.sorted()[0]); a new one was expected")
    }
    guard force, stands else { return }
    if (try? StudyStore.reading(path))?.isBusy == true {
      throw StudyError(.other, "\(path): another process is at work on this study; end it first")
    }
    for name in Self.names { try? manager.removeItem(atPath: path + "/" + name) }
  }
}
