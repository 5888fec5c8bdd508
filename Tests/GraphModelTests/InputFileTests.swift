import GraphModel
import Testing

struct InputFileTests {
  /// FIPS 180-4 examples: SHA-256 of "abc" and of nothing.
  @Test(
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
  func `the digest is SHA-256 in hexadecimal`(text: String, digest: String) {
    #expect(InputFile(name: "x", bytes: [UInt8](text.utf8)).sha256 == digest)
  }

  @Test func `a file is read whole, under the name it is given`() throws {
    let folder = try TemporaryFolder(["x.bin": .bytes([0, 255, 10, 13])])
    let file = try InputFile.read(folder.path("x.bin"), name: "x")
    #expect(Array(file.bytes) == [0, 255, 10, 13] && file.name == "x")
  }

  @Test func `a file goes by its path where no name is given`() throws {
    let folder = try TemporaryFolder(["x.bin": "1"])
    #expect(try InputFile.read(folder.path("x.bin")).name == folder.path("x.bin"))
  }

  @Test(
    arguments: [
      ("nothing", "x: there is no such file"), ("link", "x: this is a link to a file that is not there"),
      ("folder", "x: this is a folder; a file was expected"), ("file/y", "x: there is no such file"),
    ])
  func `what cannot be read is no input`(name: String, message: String) throws {
    let folder = try TemporaryFolder(["link": .brokenLink, "folder": .folder, "file": "1"])
    let error = #expect(throws: ReadingError.self) { try InputFile.read(folder.path(name), name: "x") }
    #expect(error?.code == .noInput && error?.description == message)
  }
}
