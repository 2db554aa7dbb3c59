package import Wire

extension CountReply {
  /// What matches, of how many, as comma-separated values.
  package var separatedValues: String {
    var table = SeparatedValues()
    table.append(["level", "total", "units"])
    table.append([level, total.map { "\($0)" }, units[level].map { "\($0)" }])
    return table.text
  }
}

extension TrendReply {
  /// The rows as comma-separated values; the year of undated units is empty.
  package var separatedValues: String {
    var table = SeparatedValues()
    table.append(["year", "hits", "units", "share", "occurrences", "tokens", "per_million"])
    for row in rows {
      table.append([
        row.year.map { "\($0)" }, "\(row.hits)", "\(row.units)", row.share.map { "\($0)" },
        row.occurrences.map { "\($0)" }, "\(row.tokens)", row.perMillion.map { "\($0)" },
      ])
    }
    return table.text
  }
}

extension FacetReply {
  /// The rows as comma-separated values, the first column named as the field; what has no value is empty.
  package var separatedValues: String {
    var table = SeparatedValues()
    let hasModes = field == FacetFieldName.speaker.rawValue
    table.append([field, "id", "hits"] + (hasModes ? ["speech", "turn", "reported"] : []))
    for row in rows {
      let modes = [row.modes?.speech, row.modes?.turn, row.modes?.reported].map { $0.map { "\($0)" } }
      table.append([row.value, row.id, "\(row.hits)"] + (hasModes ? modes : []))
    }
    return table.text
  }
}
