/// The names of what repair does, as they stand in reports: words with hyphens between them.
extension Removal {
  package var name: String {
    switch self {
    case .byteOrderMark: "byte-order-mark"
    case .frontMatter: "front-matter"
    case .comment: "comment"
    case .whiteSpace: "white-space"
    case .link: "link"
    case .emphasis: "emphasis"
    case .tag: "tag"
    case .headingSign: "heading-sign"
    case .quoteSign: "quote-sign"
    case .codeSign: "code-sign"
    case .escape: "escape"
    case .bullet: "bullet"
    case .rule: "rule"
    case .pageNumber: "page-number"
    case .runningHead: "running-head"
    case .breakHyphen: "break-hyphen"
    case .softHyphen: "soft-hyphen"
    case .control: "control"
    case .privateUse: "private-use"
    }
  }
}

extension Join.Cause {
  package var name: String {
    switch self {
    case .wrap: "wrap"
    case .blankLine: "blank-line"
    case .pageBreak: "page-break"
    case .link: "link"
    }
  }
}

extension Join.Hyphen {
  package var name: String {
    switch self {
    case .kept: "kept"
    case .dropped: "dropped"
    case .soft: "soft"
    }
  }
}

extension Paragraph.Kind {
  package var name: String {
    switch self {
    case .prose: "prose"
    case .bullet: "bullet"
    case .heading: "heading"
    case .names: "names"
    }
  }
}

extension Statement.Mode {
  package var name: String {
    switch self {
    case .speech: "speech"
    case .turn: "turn"
    case .reported: "reported"
    }
  }
}
