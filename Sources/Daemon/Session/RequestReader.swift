import Wire

/// Makes of a line what it asks for.
struct RequestReader: Sendable {
  let methods: MethodTable
  let limits: Limits

  /// What a line turned out to be.
  enum Outcome {
    /// Neither answered nor refused.
    case nothing
    case call(Call, RequestID)
    case refused(WireError, RequestID)
  }

  func read(_ piece: LineSplitter.Piece) -> Outcome {
    switch piece {
    case .tooLong:
      .refused(.tooLong(limit: limits.requestByteCount), .null)
    case .line(let line):
      line.allSatisfy(Framing.isBlank) ? .nothing : read(line)
    }
  }

  private func read(_ line: [UInt8]) -> Outcome {
    var id = RequestID.null
    do throws(WireError) {
      let request = try JSONReader.object(line, depthLimit: limits.jsonDepth)
      let head = try RequestHead(request)
      id = head.id ?? .null
      let method = try head.requireMethod()
      // A notification is never answered, and none is known yet.
      if head.id == nil { return .nothing }
      guard let record = methods[method] else {
        throw WireError(
          code: WireError.Code.unknownMethod,
          message:
            "unknown method \"\(method)\"; expected one of \(methods.names.joined(separator: ", "))")
      }
      return .call(try record.read(request), id)
    } catch {
      return .refused(error, id)
    }
  }
}
