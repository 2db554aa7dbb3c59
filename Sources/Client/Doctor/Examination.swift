package import Wire

/// Looks at everything a search depends on, and changes nothing: no daemon is started, no index built, no folder made.
package struct Examination {
  let place: Place
  let choice: AnswererChoice
  let formatFlag: PlainFormat?
  let colorFlag: ColorChoice?
  let environment: Environment

  package init(
    place: Place, choice: AnswererChoice, format: PlainFormat?, color: ColorChoice?,
    environment: Environment = .process
  ) {
    self.place = place
    self.choice = choice
    self.formatFlag = format
    self.colorFlag = color
    self.environment = environment
  }

  package func examine() -> DoctorReport {
    var report = DoctorReport()
    let daemon = DaemonExamination(place: place, choice: choice)
    let answer = daemon.ask()
    // What runs already needs nothing of this; what is to be started needs all of it.
    let isAnsweredFor = answer.canAnswer && !choice.isLocal.value
    let gravity: DoctorReport.Finding.State = isAnsweredFor ? .note : .trouble
    listSettings(&report, gravity)
    let index = IndexExamination(place: place)
    let canRun = ProgramExamination().examine(&report, gravity)
    // Where there is an index, the corpus is not needed to build one.
    let hasCorpus = CorpusExamination(place: place).examine(
      &report, index.isThere ? .note : gravity, canRun: canRun)
    index.examine(&report, gravity, canRun: canRun, isAnsweredFor: isAnsweredFor)
    if index.isThere && canRun { HistoryExamination(place: place).examine(&report) }
    if index.isThere && canRun && hasCorpus { FreshnessExamination(place: place).examine(&report) }
    daemon.examine(&report, answer)
    return report
  }
}
