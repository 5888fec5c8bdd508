import Testing

@testable import GraphModel

struct SocietyOutlineTests {
  @Test func `An outline names what the reader reads, with the same digests`() throws {
    let folder = try TemporaryFolder([
      "people.csv": "id,score\nann,500\nbob,600\n", "friendships.csv": "source,target\nann,bob\n",
      "transactions.csv": "source,target,amount\nbob,ann,5\n", "events.csv": "time,person,change\n",
      "notes.csv": "a,b\n",
    ])
    let outline = try SocietyOutline.read(folder.path)
    let read = try SocietyReader.read(folder.path)
    #expect(outline.files == read.files)
    #expect(outline.name == read.society.name)
    #expect(outline.layers.map(\.name) == ["friendship", "transaction"])
    #expect(
      outline.notices.map(\.text) == [
        "files nobody names, not read: notes.csv", "events.csv is not used here; it belongs to a simulation",
      ])
    for notice in outline.notices { #expect(read.notices.contains(notice)) }
  }

  @Test func `What society.yaml asks for is in the outline`() throws {
    let folder = try TemporaryFolder([
      "society.yaml": """
      scale: fico
      scorecard: fico
      susceptibility: degree
      mix: pooled
      layers: {family: {file: f.csv, directed: true, weight: 2}, pay: {file: p.csv.gz, kind: transaction}}
      """, "f.csv": "source,target\na,b\n", "p.csv.gz": "packed",
    ])
    let outline = try SocietyOutline.read(folder.path)
    #expect(outline.scale == .fico)
    #expect(outline.scorecard?.name == "fico")
    #expect(outline.wishes == SocietyWishes(susceptibility: "degree", mix: "pooled"))
    #expect(outline.layers.map(\.isDirected) == [true, nil])
    #expect(outline.layers.map(\.share) == [2, nil])
    #expect(outline.people == nil)
    #expect(outline.notices.first?.text == "there is no people.csv: people are those who have ties")
  }

  @Test func `Packed files and Parquet are found, and folders of Parquet have no digest`() throws {
    let folder = try TemporaryFolder(["people.parquet": .folder, "friendships.csv.gz": "packed"])
    let outline = try SocietyOutline.read(folder.path)
    #expect(outline.people?.hasSuffix("/people.parquet") == true)
    #expect(outline.layers.map(\.kind) == [.friendship])
    #expect(outline.files.map(\.name) == ["friendships.csv.gz"])
    #expect(outline.foldersRead == ["people.parquet"])
  }

  @Test func `An edge list goes both ways unless it is said`() throws {
    let folder = try TemporaryFolder(["ties.csv": "source,target\na,b\n"])
    let path = folder.path("ties.csv")
    let outline = try SocietyOutline.read(path)
    #expect(
      outline.notices
        == (try SocietyReader.read(path, options: synthetic)).notices.filter {
          $0.text.contains("--people") || $0.text.contains("both ways")
        })
    var options = ReadingOptions()
    options.isDirected = true
    #expect(try SocietyOutline.read(path, options: options).layers.map(\.isDirected) == [true])
  }

  private var synthetic: ReadingOptions {
    var options = ReadingOptions()
    options.scores = .synthetic
    return options
  }

  @Test func `The direction that Gephi writes holds`() throws {
    let folder = try TemporaryFolder(["ties.csv": "Source,Target,Type\na,b,Directed\n"])
    #expect(try SocietyOutline.read(folder.path("ties.csv")).layers.map(\.isDirected) == [true])
  }

  @Test(arguments: [
    ("hdfs://c/town", true), ("s3a://b/t", true), ("file:/town", true), ("/town", false), ("a:b", false),
    ("C:/town", false), ("town", false),
  ])
  func `A URL has a scheme of two letters or more`(text: String, isURL: Bool) {
    #expect(SocietyOutline.isURL(text) == isURL)
  }

  @Test func `Of a URL the job finds out itself, an edge list aside`() throws {
    #expect(try SocietyOutline.read("hdfs://c/town/").layers.isEmpty)
    #expect(try SocietyOutline.read("hdfs://c/town/").name == "town")
    #expect(try SocietyOutline.read("hdfs://c/ties.parquet").layers.map(\.path) == ["hdfs://c/ties.parquet"])
  }
}
