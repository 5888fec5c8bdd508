import Analysis
import GraphModel

/// What was assumed, merged, dropped or left aside.
struct NoticeSection {
  private let notices: [Notice]
  private let page: Page

  init(_ notices: [Notice], _ page: Page) {
    self.notices = notices
    self.page = page
  }

  /// The section; empty if nothing was done.
  var lines: [String] {
    guard !notices.isEmpty else { return [] }
    let order: [Notice.Kind] = [.assumed, .merged, .dropped, .changed, .ignored]
    let lines = order.flatMap { kind in
      notices.filter { $0.kind == kind }.flatMap { notice in
        Paragraph.lines(notice.text, width: page.width, first: "  " + kind.rawValue.padded(to: 9))
      }
    }
    return [page.heading("WHAT WAS DONE TO THE INPUT"), ""] + lines
  }
}
