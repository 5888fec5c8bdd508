import Experiments
import Foundation
import Reporting

extension StudyFolder {
  /// Writes the page of the study anew, in one step: others may read it or write it at the same time.
  ///
  /// - Throws: `StudyError` if it cannot be written.
  func write(_ page: StudyPage) throws {
    let file = path + "/" + Self.pageName
    do {
      try Data(page.html.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw StudyError(.writing, "\(file): the page cannot be written; check that there is room and that you may")
    }
  }
}
