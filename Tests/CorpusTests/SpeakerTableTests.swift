import Foundation
import TestSupport
import Testing
import Text

@testable import Corpus

struct SpeakerTableTests {
  private let table = SpeakerTable.standard

  private func states(_ kinds: Speaker.Kind...) -> [Speaker] {
    table.speakers.filter { kinds.contains($0.kind) }
  }

  @Test func `the members and observers of the United Nations are there`() {
    let former: Set = ["CSK", "DDR", "YUG", "YMD", "VDR"]
    let today = states(.state).filter { !former.contains($0.id) }
    #expect(today.count == 193 + 2)
    #expect(former.allSatisfy { table[$0]?.kind == .state })
  }

  @Test func `every state has a code of three letters, one of two, and a name of its own`() {
    var codes: [String: String] = [:]
    for state in states(.state, .territory) {
      #expect(state.id.count == 3 && state.id.allSatisfy { ("A"..."Z").contains($0) })
      #expect(state.id == "VDR" || state.codes.dropFirst().first?.count == 2, "\(state.id)")
      for code in state.codes {
        #expect(codes.updateValue(state.id, forKey: code) == nil, "\(code) is \(state.id) and another")
      }
    }
    let names = states(.state, .territory).map { SpeakerKey.key(of: $0.name) }
    #expect(Set(names).count == names.count)
  }

  @Test func `states of today have adjectives`() {
    for state in states(.state) where state.id != "VDR" { #expect(!state.demonyms.isEmpty, "\(state.id)") }
  }

  @Test func `no name of a state means another state too`() {
    var owner: [String: String] = [:]
    for state in states(.state) {
      for key in Set(state.names.map { SpeakerKey.key(of: $0.text) }) {
        #expect(owner.updateValue(state.id, forKey: key) == nil, "\(key)")
      }
    }
  }

  @Test func `no name stands twice in one speaker`() {
    for speaker in table.speakers {
      let spelled = speaker.names.map(\.text)
      #expect(Set(spelled).count == spelled.count, "\(speaker.id): \(spelled)")
    }
  }

  @Test func `holders of an office follow one another`() {
    for office in states(.office) {
      for (earlier, later) in zip(office.tenures, office.tenures.dropFirst()) {
        #expect(earlier.period.first < later.period.first, "\(office.id): \(later.holder)")
        #expect(
          earlier.period.last.advanced(by: -10_000) < later.period.first, "\(office.id): \(later.holder)")
      }
      for tenure in office.tenures { #expect(table[tenure.holder]?.kind == .person) }
    }
  }

  @Test func `the General Assembly had a president at any time`() throws {
    let office = try #require(table["un-general-assembly-president"])
    for year in 1946...2025 {
      let date = try #require(DateInterval("\(year)-06-01"))
      #expect(table.holders(of: office, on: date).count == 1, "\(year)")
    }
  }

  @Test(.enabled(if: UNGDC.folder != nil, "VERBATIM_UNGDC names no folder"))
  func `every file name of the UN General Debate names a speaker`() throws {
    let files = try CorpusReader(root: try #require(UNGDC.folder)).sources.map(\.path)
    let codes = Set(files.compactMap { $0.split(separator: "/").last?.split(separator: "_").first })
    #expect(codes.count > 190)
    for code in codes { #expect(!table.resolve(String(code)).isEmpty, "\(code)") }
  }

  @Test func `decoys are no speaker's name`() {
    let decoys = SpeakerNotation.names(SpeakerData.decoys)
    #expect(decoys.count > 100)
    for decoy in decoys { #expect(table.lookUp(SpeakerKey.words(of: decoy)[...]).isEmpty, "\(decoy)") }
  }
}
