import Foundation

/// The program that makes PNG and PDF of SVG: `rsvg-convert`.
public struct PictureConverter: Sendable {
  /// What pictures are made.
  enum Format: String, CaseIterable {
    case png
    case pdf
  }

  /// Where the program stands.
  let program: String
  private let environment: [String: String]

  /// The converter, if it is installed.
  ///
  /// - Parameter environment: the variables of the process: `PATH` says where to look.
  public init?(environment: [String: String]) {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let paths = folders.map { "\($0)/rsvg-convert" }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
    program = path
    // PDF files carry the moment they were made, which would be another one each time.
    self.environment = environment.merging(["SOURCE_DATE_EPOCH": "0"]) { _, fixed in fixed }
  }

  /// Makes a picture of another format: PNG with twice the pixels, for paper.
  ///
  /// - Throws: `writing` if the program fails.
  func convert(_ svg: String, to path: String, _ format: Format) throws(ExportError) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.environment = environment
    process.arguments = ["--format", format.rawValue, "--zoom", format == .png ? "2" : "1", "--output", path, svg]
    let complaints = Pipe()
    process.standardError = complaints
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      throw ExportError(.writing, path, "\(program) cannot be started: \(error.localizedDescription)")
    }
    let words = String(decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let reason = words.split(separator: "\n").first.map { ": \($0)" } ?? ""
      throw ExportError(.writing, path, "\(program) failed with \(process.terminationStatus)\(reason)")
    }
  }
}
