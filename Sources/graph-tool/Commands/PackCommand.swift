import ArgumentParser
import Exports
import GraphModel

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Write a society as NumPy arrays that open in an instant.",
    discussion: """
      Reads a society with all options of reading and writes a folder of .npy arrays (ties by rows, ids, columns, own \
      scores) with a society.json. The folder is a society itself: every command takes it, maps it into memory instead of \
      reading it again, and gives the same results. numpy.load and scipy.sparse open the arrays; docs/pack.md says how. \
      graph-tool check FOLDER --verify looks at everything in it, checksums included.

      Example: graph-tool pack datasets/village --half-life 90 -o village.pack
      """)

  @OptionGroup(title: "Input") var input: InputOptions

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Folder to write.", valueName: "folder"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Keep an order of people to compute in, friends side by side; auto: for large societies with circles.",
      valueName: "when"))
  var reorder = Reordering.auto

  @Flag(help: "Replace a packed society that exists.")
  var force = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @OptionGroup(title: "Machine") var machine: MachineOptions

  func run() throws {
    try Failure.reported {
      let course = machine.course(quiet: quiet)
      defer { course.printTimings() }
      if PackedSociety.isPack(input.society) {
        throw ReadingError(
          .usage, [InputProblem(file: input.society, "this is a packed society already; copy the folder instead")])
      }
      let path = try Interruption.guarding(try OutputFolder(preparing: output, force: force, kind: .pack)) { folder in
        let read = try input.read(course)
        let rearrangement = Rearrangement.of(
          read.society, reorder, threads: course.threads, progress: course.progress)
        try folder.writePack(
          read, scores: input.scores, rearrangement: rearrangement, threads: course.threads, progress: course.progress)
        return folder.path
      }
      if !quiet { Console.complain("wrote \(path)") }
    }
  }
}
