import Synchronization

/// The last lines that Spark said, kept for the case that it fails.
final class JobLog: Sendable {
  /// How many lines are kept.
  static let limit = 30

  private let kept = Mutex<[String]>([])

  /// The lines, the oldest first.
  var lines: [String] { kept.withLock { $0 } }

  /// Adds a line; a blank one says nothing.
  func add(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }) else { return }
    kept.withLock { kept in
      kept.append(line)
      if kept.count > Self.limit { kept.removeFirst() }
    }
  }

  /// Where Java, Python or Spark look broken by what the lines say; `nil` where nothing known is in them.
  static func hint(_ lines: [String]) -> String? {
    let signs: [(words: [String], hint: String)] = [
      (
        ["see if you can import", "/bin/spark-class: No such file"],
        "This spark-submit came with pip and does not find its Python: activate that environment, or give --spark-home the folder .../site-packages/pyspark."
      ),
      (
        ["JAVA_HOME is not set", "java: command not found", "java: not found", "Unable to locate a Java Runtime"],
        "Java was not found: install Java 17 or 21 (apt-get install openjdk-17-jre-headless) or set JAVA_HOME."
      ),
      (
        ["UnsupportedClassVersionError", "has been compiled by a more recent version of the Java Runtime"],
        "Java is too old for this Spark: install Java 17 or 21 and set JAVA_HOME to it."
      ),
      (
        ["getSubject is not supported", "sun.misc.Unsafe", "IllegalAccessError: class org.apache.spark"],
        "Java may be too new for this Spark: Java 17 or 21 is needed; set JAVA_HOME to it."
      ),
      (
        ["Failed to find Spark jars directory", "Could not find or load main class org.apache.spark"],
        "Spark's jars were not found: SPARK_HOME or --spark-home names a folder that is no whole Spark."
      ),
      (
        ["Cannot run program \"python", "No such file or directory: 'python"],
        "Python was not found: install Python 3.9 or newer, or set PYSPARK_PYTHON to it."
      ),
      (
        ["No module named 'pyspark'", "No module named 'py4j'"],
        "Python does not find pyspark: SPARK_HOME or --spark-home should name a whole Spark."
      ),
      (
        ["OutOfMemoryError"],
        "Spark ran out of memory: give more with --conf spark.driver.memory=8g and --conf spark.executor.memory=8g, or more --partitions."
      ),
      (
        ["No space left on device"],
        "A disk is full: point --conf spark.local.dir=FOLDER at one with room."
      ),
      (
        ["Could not parse Master URL", "Failed to connect to master", "All masters are unresponsive"],
        "The cluster cannot be reached: check --master."
      ),
    ]
    return signs.first { sign in lines.contains { line in sign.words.contains(where: line.contains) } }?.hint
  }
}
