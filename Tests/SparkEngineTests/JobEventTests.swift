import Foundation
import Testing

@testable import SparkEngine

struct JobEventTests {
  @Test func `A line of each kind becomes its event`() {
    let lines: [(String, JobEvent)] = [
      (#"{"event":"phase","name":"reading people"}"#, .phase("reading people")),
      (
        #"{"event":"done","name":"reading people","seconds":1.5,"people":3,"bytes":40}"#,
        .done(.init(name: "reading people", seconds: 1.5, bytes: 40))
      ),
      (#"{"event":"round","round":3,"change":0.5,"bound":null}"#, .round(.init(round: 3, change: 0.5, bound: nil))),
      (#"{"event":"note","text":"two\u2028lines"}"#, .note("two\u{2028}lines")),
      (
        #"{"event":"error","code":65,"problems":["a","b"],"hint":null}"#,
        .error(.init(code: 65, problems: ["a", "b"]))
      ),
      (#"{"event":"finished","people":3,"ties":2}"#, .finished(.init(people: 3, ties: 2))),
    ]
    for (text, event) in lines { #expect(JobEvent(line: "@contagion " + text) == event, "\(text)") }
  }

  @Test(arguments: [
    "26/11/28 INFO SparkContext: hello", "@contagion", "@contagion {", #"@contagion {"event":"rumour"}"#,
    #"@contagion {"event":"round","round":1}"#, #" @contagion {"event":"phase","name":"late"}"#,
  ])
  func `What is no event is Spark's own word`(line: String) { #expect(JobEvent(line: line) == nil) }

  @Test func `An event that is written reads back`() throws {
    let events: [JobEvent] = [
      .phase("a"), .done(.init(name: "a", seconds: 1, ties: 2)), .round(.init(round: 1, change: 2, bound: 3)),
      .note("b"), .error(.init(code: 70, problems: ["c"], hint: "d")), .finished(.init()),
    ]
    for event in events {
      #expect(try JSONDecoder().decode(JobEvent.self, from: JSONEncoder().encode(event)) == event)
    }
  }
}

struct JobLogTests {
  @Test func `The last lines are kept, blank ones aside`() {
    let log = JobLog()
    for number in 0..<100 {
      log.add("line \(number)")
      log.add("  ")
    }
    #expect(log.lines == (70..<100).map { "line \($0)" })
  }

  @Test(arguments: [
    ("spark-class: line 71: java: command not found", "Java was not found"),
    ("spark-submit: line 27: /bin/spark-class: No such file or directory", "This spark-submit came with pip"),
    ("java.lang.UnsupportedClassVersionError: org/apache/spark", "Java is too old"),
    ("Failed to find Spark jars directory (/opt/assembly)", "Spark's jars were not found"),
    ("java.lang.OutOfMemoryError: Java heap space", "Spark ran out of memory"),
  ])
  func `A sign of what is broken is understood`(line: String, begin: String) {
    #expect(JobLog.hint(["something", line, "more"])?.hasPrefix(begin) == true)
  }

  @Test func `A log without a known sign gives no hint`() { #expect(JobLog.hint(["all is well"]) == nil) }
}
