/// Names by which reports mean two offices at once.
enum JointNames {
  static let all: [(speakers: Set<Speaker.ID>, names: [String])] = [
    (["special-adviser-genocide", "special-adviser-r2p"], specialAdvisers)
  ]

  /// `Special Advisers [to the Secretary-General] on the Prevention of Genocide and [on] the Responsibility to Protect`, with every
  /// spelling of each part.
  private static var specialAdvisers: [String] {
    var names: [String] = []
    for head in [
      "Special Advisers", "Special Advisors", "UN Special Advisers", "UN Special Advisors",
      "United Nations Special Advisers",
    ] {
      for master in [
        "", " to the Secretary-General", " of the Secretary-General", " to the UN Secretary-General",
      ] {
        for link in [" on ", " for "] {
          for first in ["the Prevention of Genocide", "Genocide Prevention", "Prevention of Genocide"] {
            for second in ["the Responsibility to Protect", "Responsibility to Protect", "R2P", "RtoP"] {
              names.append(head + master + link + first + " and " + second)
              names.append(head + master + link + first + " and" + link + second)
            }
          }
        }
      }
    }
    return names
  }
}
