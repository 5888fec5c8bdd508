import ArgumentParser
import Exports
import Foundation
import Reporting

/// Where pictures go.
struct PlotOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the charts into this folder: SVG, and PNG and PDF if rsvg-convert is installed (librsvg2-bin).",
      valueName: "dir"))
  var plots: String?

  /// Writes the pictures, if they were asked for.
  ///
  /// - Parameters:
  ///   - pictures: makes them.
  ///   - force: whether pictures that stand there are replaced.
  ///   - quiet: whether nothing is said.
  func write(force: Bool, quiet: Bool, _ pictures: () -> [PlotFile]) throws {
    guard let plots else { return }
    let converter = PictureConverter(environment: ProcessInfo.processInfo.environment)
    let path = try Interruption.guarding(try OutputFolder(preparing: plots, force: force, kind: .plots)) { folder in
      let formats = try folder.writePlots(pictures().map { ($0.name, $0.svg) }, converter: converter)
      return "\(folder.path) (\(formats.joined(separator: ", ")))"
    }
    guard !quiet else { return }
    Console.complain("wrote \(path)")
    if converter == nil {
      Console.complain("no PNG and PDF: rsvg-convert was not found (apt-get install librsvg2-bin)")
    }
  }

  func validate() throws {
    if plots == "" || plots == "-" { throw ValidationError("--plots: a folder was expected, pictures are files") }
  }

  /// Whether a folder can be made there, asked before the work begins.
  func check(force: Bool) throws {
    guard let plots else { return }
    try OutputFolder(preparing: plots, force: force, kind: .plots).abandon()
  }
}
