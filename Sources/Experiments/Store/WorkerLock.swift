import Foundation

/// A file that a process holds locked as long as it lives: the kernel lets go of it, whatever the process ends by.
///
/// So others can tell a process that works from one that was killed, without a clock and without a guess.
final class WorkerLock: Sendable {
  let path: String
  private let descriptor: Int32

  /// Makes the file and locks it; `nil` if it cannot be made, or somebody holds it.
  init?(_ path: String) {
    self.path = path
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  /// Locks a folder that is there, and waits for whoever holds it; `nil` if it cannot be opened.
  init?(waitingForFolder path: String) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        close(descriptor)
        return nil
      }
    }
  }

  deinit { close(descriptor) }

  /// Takes the file away, while it is held.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Whether somebody holds a file.
  static func isHeld(_ path: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return false }
    let descriptor = unsafe open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }
}
