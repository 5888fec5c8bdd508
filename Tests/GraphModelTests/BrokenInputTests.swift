import GraphModel
import Testing

struct BrokenInputTests {
  private static let all = BrokenInput.texts + BrokenInput.people + BrokenInput.ties + BrokenInput.societies

  @Test(arguments: all)
  func `a broken input is refused with the whole message that it should give`(input: BrokenInput) throws {
    #expect(try input.error()?.message == input.message)
  }

  @Test(arguments: all)
  func `a broken input is refused with the code that decides the exit code`(input: BrokenInput) throws {
    #expect(try input.error()?.code == input.code)
  }

  @Test func `the input that the broken ones are made of is sound`() throws {
    #expect(try BrokenInput("nothing", "").error() == nil)
  }

  @Test func `no two broken inputs are of one name`() {
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }
}
