import GraphModel
import Testing

/// A society that cannot be read, and all that is said about it.
struct BrokenInput: Sendable, CustomTestStringConvertible {
  typealias Content = TemporaryFolder.Content

  /// What is broken.
  let name: String
  let files: [String: Content]
  /// What is read: a path in the folder of the files, empty for the folder.
  let path: String
  let code: ReadingError.Code
  let options: @Sendable (inout ReadingOptions) -> Void
  /// The whole text of the error; `FOLDER` stands for the path of the folder.
  let message: String

  /// A society folder with sound files but for those given; `nil` leaves a file out.
  init(
    _ name: String, people: Content? = "id,score\na,400\nb,500\nc,600\n",
    friendships: Content? = "source,target\na,b\n",
    others: [String: Content] = [:], path: String = "", code: ReadingError.Code = .badData,
    options: @escaping @Sendable (inout ReadingOptions) -> Void = { _ in }, _ message: String
  ) {
    self.name = name
    var files = others
    files["people.csv"] = people
    files["friendships.csv"] = friendships
    self.files = files
    self.path = path
    self.code = code
    self.options = options
    self.message = message
  }

  var testDescription: String { name }

  /// The error that reading gives, or `nil` if it succeeds.
  func error() throws -> (code: ReadingError.Code, message: String)? {
    let folder = try TemporaryFolder(files)
    var options = ReadingOptions()
    self.options(&options)
    // A people file that goes with an edge list is in the same folder.
    options.peopleFile = options.peopleFile.map(folder.path)
    do throws(ReadingError) {
      _ = try SocietyReader.read(path.isEmpty ? folder.path : folder.path(path), options: options)
      return nil
    } catch {
      return (error.code, error.description.replacing(folder.path, with: "FOLDER"))
    }
  }
}
