/// A society as read, with what was done to it and what it was read from.
public struct ReadSociety: Sendable {
  /// The society.
  public let society: Society
  /// What was assumed, merged, dropped and ignored, in the order it happened.
  public let notices: [Notice]
  /// The files that were read.
  public let files: [FileRecord]
  /// Dated changes of own scores, in the order of their file; empty unless they were asked for.
  public let events: [DatedEvent]

  /// A society as read.
  public init(society: Society, notices: [Notice], files: [FileRecord], events: [DatedEvent] = []) {
    self.society = society
    self.notices = notices
    self.files = files
    self.events = events
  }

  /// The same society with ids replaced by keyed hashes.
  ///
  /// - Throws: a `usage` error for an empty key, `badData` if two ids fall together.
  public func pseudonymised(key: InputFile) throws(ReadingError) -> ReadSociety {
    if key.bytes.isEmpty {
      throw ReadingError(.usage, [InputProblem(file: key.name, "the key is empty; some secret bytes were expected")])
    }
    guard let people = society.people.pseudonymised(key: Array(key.bytes)) else {
      throw ReadingError(.badData, [InputProblem(file: key.name, "two people get the same pseudonym; use another key")])
    }
    let renamed = Society(
      name: society.name, people: people, scale: society.scale, ownScores: society.ownScores, layers: society.layers,
      wishes: society.wishes, order: society.order)
    let notice = Notice(.changed, count: people.count, "ids replaced by keyed hashes; other columns are as they were")
    return ReadSociety(society: renamed, notices: notices + [notice], files: files, events: events)
  }
}

/// A file that was read: enough to know it again.
public struct FileRecord: Sendable, Equatable, Codable {
  /// Its name.
  public let name: String
  /// Its size.
  public let bytes: Int
  /// The SHA-256 digest of its content, in hexadecimal.
  public let sha256: String
}

extension InputFile {
  /// What to write down of the file to know it again.
  package var record: FileRecord { FileRecord(name: name, bytes: storedCount, sha256: sha256) }
  /// What to write down of the content, unpacked, to know it again.
  public var unpackedRecord: FileRecord { FileRecord(name: name, bytes: bytes.count, sha256: Self.digest(bytes)) }
}
