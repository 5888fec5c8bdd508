import GRDB

/// The tables of a study's database; docs/experiments.md describes them.
enum StudySchema {
  /// The version that this program writes, the number of the last migration.
  static let version = 1

  /// From an empty database, or that of an earlier version, to the tables of this one.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: tables)
      try db.execute(sql: indexes)
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE study (
      id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
      name TEXT NOT NULL,
      scenario TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      design TEXT NOT NULL,
      seed TEXT NOT NULL,
      random_numbers TEXT NOT NULL,
      society TEXT NOT NULL,
      replicates INTEGER NOT NULL,
      laid_out INTEGER NOT NULL,
      batch INTEGER NOT NULL,
      until TEXT,
      level REAL NOT NULL,
      finished INTEGER NOT NULL
    );
    CREATE TABLE files (
      file INTEGER PRIMARY KEY NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      folder TEXT,
      bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      content TEXT
    );
    CREATE TABLE factors (
      factor INTEGER PRIMARY KEY NOT NULL,
      name TEXT NOT NULL UNIQUE,
      setting TEXT,
      low REAL,
      high REAL,
      definition TEXT NOT NULL
    );
    CREATE TABLE cells (
      cell INTEGER PRIMARY KEY NOT NULL,
      label TEXT NOT NULL,
      scenario TEXT NOT NULL
    );
    CREATE TABLE cell_values (
      cell INTEGER NOT NULL REFERENCES cells,
      factor INTEGER NOT NULL REFERENCES factors,
      level INTEGER,
      text TEXT NOT NULL,
      number REAL,
      PRIMARY KEY (cell, factor)
    ) WITHOUT ROWID;
    CREATE TABLE outcomes (
      outcome INTEGER PRIMARY KEY NOT NULL,
      name TEXT NOT NULL UNIQUE,
      meaning TEXT NOT NULL,
      definition TEXT NOT NULL
    );
    CREATE TABLE comparisons (
      factor TEXT PRIMARY KEY NOT NULL,
      against TEXT NOT NULL
    );
    CREATE TABLE workers (
      worker INTEGER PRIMARY KEY NOT NULL,
      token TEXT NOT NULL UNIQUE,
      host TEXT NOT NULL,
      pid INTEGER NOT NULL,
      folder TEXT NOT NULL,
      version TEXT NOT NULL,
      threads INTEGER NOT NULL,
      started TEXT NOT NULL,
      ended TEXT
    );
    CREATE TABLE runs (
      run INTEGER PRIMARY KEY NOT NULL,
      cell INTEGER NOT NULL REFERENCES cells,
      replicate INTEGER NOT NULL,
      seed INTEGER NOT NULL,
      society_seed INTEGER,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
      work REAL NOT NULL,
      message TEXT,
      course TEXT,
      periods INTEGER,
      worker INTEGER REFERENCES workers,
      version TEXT,
      started TEXT,
      seconds REAL,
      UNIQUE (cell, replicate)
    );
    CREATE TABLE results (
      run INTEGER NOT NULL REFERENCES runs,
      outcome INTEGER NOT NULL REFERENCES outcomes,
      "group" TEXT NOT NULL,
      value REAL,
      missing TEXT,
      PRIMARY KEY (run, outcome, "group")
    ) WITHOUT ROWID;
    CREATE TABLE series (
      run INTEGER NOT NULL REFERENCES runs,
      measure TEXT NOT NULL,
      "group" TEXT NOT NULL,
      period INTEGER NOT NULL,
      value REAL NOT NULL,
      PRIMARY KEY (run, measure, "group", period)
    ) WITHOUT ROWID;
    """

  private static let indexes = """
    CREATE INDEX runs_waiting ON runs (work DESC, replicate, cell) WHERE state = 'waiting';
    CREATE INDEX runs_running ON runs (worker) WHERE state = 'running';
    CREATE INDEX results_by_outcome ON results (outcome, "group");
    """

  /// What the columns of views and lists are called beside those of factors.
  private static let taken: Set<String> = [
    "run", "cell", "replicate", "seed", "society_seed", "state", "course", "periods", "seconds", "started", "host",
    "version", "message", "runs", "done", "failed", "mean_seconds", "outcome", "group", "value", "missing", "measure",
    "period",
  ]

  /// A column for each factor, with its value in the cell of a row of `r`; each begins with a comma.
  ///
  /// - Parameter factors: the factors' names.
  static func factorColumns(_ factors: [String]) -> String {
    factors.enumerated().map { position, name in
      let title = taken.contains(name.lowercased()) ? "factor_" + name : name
      return
        ", (SELECT coalesce(v.number, v.text) FROM cell_values v WHERE v.cell = r.cell AND v.factor = \(position + 1)) AS \(title.quotedDatabaseIdentifier)"
    }.joined()
  }

  /// A view with one row for each result, and a column for each factor beside cell, replicate and seed.
  ///
  /// - Parameter factors: the factors' names.
  static func resultsView(factors: [String]) -> String {
    """
    CREATE VIEW tidy AS SELECT r.run, r.cell, r.replicate, r.seed\(factorColumns(factors)), o.name AS outcome, \
    x."group", x.value, x.missing FROM results x JOIN runs r ON r.run = x.run JOIN outcomes o ON o.outcome = x.outcome \
    WHERE r.state = 'done' ORDER BY r.cell, r.replicate, x.outcome, x."group"
    """
  }
}
