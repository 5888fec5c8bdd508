import Compute
import Testing

@testable import GraphModel

struct GunzipTests {
  /// What gzip 1.12 writes for "source,target\na,b\nb,c\n" with `-9n`.
  static let small: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2B, 0xCE, 0x2F, 0x2D, 0x4A, 0x4E,
    0xD5, 0x29, 0x49, 0x2C, 0x4A, 0x4F, 0x2D, 0xE1, 0x4A, 0xD4, 0x49, 0xE2, 0x4A, 0xD2, 0x49, 0xE6,
    0x02, 0x00, 0x92, 0x36, 0x50, 0xC2, 0x16, 0x00, 0x00, 0x00,
  ]

  /// The same program on "id\n".
  static let other: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x4C, 0xE1, 0x02, 0x00, 0x00,
    0x6E, 0x03, 0x59, 0x03, 0x00, 0x00, 0x00,
  ]

  static let text = "source,target\na,b\nb,c\n"

  private static func failure(_ bytes: [UInt8], limit: Int? = nil) -> Gunzip.Failure? {
    do throws(Gunzip.Failure) {
      _ = try Gunzip.inflate(SharedBuffer(bytes), limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func `what was packed comes out`() throws {
    #expect(try Gunzip.inflate(SharedBuffer(Self.small)) == [UInt8](Self.text.utf8))
  }

  @Test func `members come out one behind the other`() throws {
    #expect(
      try Gunzip.inflate(SharedBuffer(Self.small + Self.other + Self.small))
        == [UInt8]((Self.text + "id\n" + Self.text).utf8))
  }

  @Test func `zeros behind the data are padding`() throws {
    #expect(try Gunzip.inflate(SharedBuffer(Self.small + [0, 0, 0])) == [UInt8](Self.text.utf8))
  }

  @Test func `data that ends anywhere inside is truncated`() {
    for length in 2..<Self.small.count { #expect(Self.failure(Array(Self.small.prefix(length))) == .truncated) }
  }

  @Test func `something else behind the data is damage`() {
    #expect(Self.failure(Self.small + [1, 2, 3]) == .corrupt("something else follows the packed data"))
  }

  /// The last eight bytes are the checksum and the length.
  @Test(arguments: 1...8)
  func `a checksum or a length that does not fit is damage`(fromEnd: Int) {
    var bytes = Self.small
    bytes[bytes.count - fromEnd] ^= 1
    #expect(
      Self.failure(bytes) == .corrupt(fromEnd > 4 ? "incorrect data check" : "incorrect length check"))
  }

  /// Whatever is damaged, something is thrown or the text comes out: some bits of the header mean nothing.
  @Test func `no damaged byte leads to other text`() {
    for position in Self.small.indices {
      for bit in 0..<8 {
        var bytes = Self.small
        bytes[position] ^= UInt8(1 << bit)
        if let text = try? Gunzip.inflate(SharedBuffer(bytes)) { #expect(text == [UInt8](Self.text.utf8)) }
      }
    }
  }

  @Test func `more than the limit is refused`() {
    #expect(Self.failure(Self.small, limit: Self.text.utf8.count - 1) == .tooLarge(limit: Self.text.utf8.count - 1))
    #expect(Self.failure(Self.small, limit: Self.text.utf8.count) == nil)
  }

  @Test func `a packed file is read as what it holds, and known by what it is`() throws {
    let folder = try TemporaryFolder(["x.gz": .bytes(Self.small)])
    let file = try InputFile.read(folder.path("x.gz"))
    #expect(Array(file.bytes) == [UInt8](Self.text.utf8))
    #expect(file.storedCount == Self.small.count)
    #expect(file.sha256 == InputFile(name: "", bytes: Self.small).sha256)
  }

  @Test(
    arguments: [
      (Array(small.dropLast()), "ends too early; a whole file was expected"),
      (small + [1], "is damaged (something else follows the packed data); a sound file was expected"),
    ])
  func `a packed file that is broken is bad data`(bytes: [UInt8], message: String) throws {
    let folder = try TemporaryFolder(["x.gz": .bytes(bytes)])
    let error = #expect(throws: ReadingError.self) { try InputFile.read(folder.path("x.gz"), name: "x.gz") }
    #expect(error?.code == .badData)
    #expect(error?.description == "x.gz: the gzip data \(message)")
  }

  @Test func `the usual files may be packed`() throws {
    let folder = try TemporaryFolder(["friendships.csv.gz": .bytes(Self.small)])
    var options = ReadingOptions()
    options.scores = .synthetic
    let read = try SocietyReader.read(folder.path, options: options)
    #expect(read.arcs() == ["a>b": 1, "b>a": 1, "b>c": 1, "c>b": 1])
    #expect(read.files.map(\.name) == ["friendships.csv.gz"])
  }
}
