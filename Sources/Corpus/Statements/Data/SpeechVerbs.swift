/// The verbs by which reports in this field give what somebody said; ``VerbNotation`` reads them.
enum SpeechVerbs {
  /// Verbs that report speech whatever follows. `*`: the form without ending and the one in -s are often nouns (`calls`), so a
  /// word that opens an object must follow. `+` doubles the last consonant; irregular forms stand behind slashes.
  static let free = """
    accept acclaim accuse acknowledge admit+ advise advocate affirm agree allege allude announce answer* apologise
    apologize appeal* applaud appreciate argue ask assert assess assure attest believe blame caution celebrate challenge
    cite claim* clarify commend complain concede conclude concur+ condemn confess confirm congratulate contend contest
    criticise criticize declare decry defend define demand* denounce deny deplore describe detail* disagree discourage
    discuss dismiss dispute doubt echo elaborate emphasise emphasize encourage endorse enquire entreat enumerate envisage
    exhort explain expound express favor favour fear hail highlight hint implore inform inquire insist invoke lament laud
    maintain narrate note* opine oppose outline* plead pledge* posit praise* predict proclaim promise* pronounce propose
    query* question* quote* reaffirm reassert reassure rebuke rebut+ recall recap+ recognise recognize recommend recount
    refute reiterate reject remark* remind repeat reply* report* reproach request* restate salute say/said specify
    state* stipulate stress* suggest summarise summarize support* surmise swear/swore/sworn testify thank* underline
    underscore urge volunteer* vow* warn welcome wonder write/wrote/written
    """

  /// Verbs that report speech only if one of the words behind the colon follows: a plain word right behind the verb, `that`
  /// also as a quotation mark, a word with `~` within the next six.
  static let bound = """
    add: that to ~need ~concern ~voice
    back: ~proposal ~initiative ~call ~calls
    brief: that on ~members ~council ~delegations
    call*: for on upon ~attention it the this its such
    comment*: that on upon
    consider: that it ~to ~important ~crucial ~essential ~necessary
    convey: that ~message ~appreciation ~concern ~gratitude ~condolences its their his her
    counsel: that against
    counter: that
    credit: ~with ~for
    decide: that
    desire*: that to
    draw/drew/drawn: ~attention ~link ~links ~parallel ~parallels ~distinction ~lessons ~conclusions
    dwell/dwelt: on upon
    explore: how ~ways
    extend: ~gratitude ~thanks ~appreciation ~condolences ~congratulations
    feel/felt: that strongly it there
    focus*: on
    give/gave/given: ~example ~examples ~overview ~account ~briefing ~assurance ~assurances ~details
    hold/held: that ~view
    hope*: that to for
    identify: ~as ~need ~challenge ~challenges ~three ~two ~four ~several ~priority ~priorities
    illustrate: how that the
    imply: that
    indicate: that its their
    instance: the
    justify: ~by
    lay/laid: out ~emphasis ~stress
    lend/lent: ~support ~voice
    list*: ~as ~several ~three ~two ~four the
    make/made: ~note ~mention ~reference ~point ~points ~case ~plea ~appeal ~call ~observation ~observations ~suggestion \
    ~suggestions ~proposal ~proposals ~recommendation ~recommendations ~commitment ~clear ~distinction ~remarks
    mean*: that
    mention*: that the a an its their how
    move*: that
    name*: ~as
    object*: to that
    observe: that how a an the
    offer*: ~condolences ~support ~thanks ~view ~views ~suggestions ~suggestion ~proposal ~proposals ~assessment ~examples
    pay/paid: ~tribute ~homage
    point*: out to
    prefer+: that to
    present*: its his her their the a an
    press*: for
    protest*: that against
    provide: ~overview ~update ~examples ~example ~account ~briefing ~insight ~insights
    put/put: forward forth ~emphasis it
    raise: the a an its their his her this that concern concerns issue issues question questions similar several two three \
    doubts alarm
    reason*: that
    recollect: that how
    refer+: to back
    reflect: on upon that how ~view ~views
    register: ~concern ~concerns its their
    rejoice: that in at
    relate: that how ~experience ~experiences
    relay: that ~message
    remember: that how
    renew: ~call ~commitment its their
    respond: that by saying
    reveal: that how
    see/saw/seen: ~need ~merit ~value
    seek/sought: ~clarification ~assurances ~reassurance
    share*: the its their his her a ~view ~views ~concern ~concerns ~experience ~experiences ~opinion ~belief ~examples ~lessons \
    ~practices
    shed/shed: ~light
    signal*: that its their
    single: out
    speak/spoke/spoken: of about to on for in against out favourably
    speculate: that about
    spell: out
    submit+: that
    suppose: that
    take/took/taken: ~note ~issue ~view ~position ~exception
    talk*: about of on
    tell/told: ~that ~council ~members ~delegates ~delegations ~assembly ~meeting ~participants
    theorise: that
    theorize: that
    think/thought: that it there
    threaten*: that to
    touch*: on upon
    trace*: the
    trust*: that
    understand/understood: that
    update*: ~on ~members ~council
    verify: that
    view*: ~as
    voice*: ~concern ~concerns ~support ~opposition ~regret ~hope ~appreciation ~doubt ~doubts ~view ~views ~satisfaction ~alarm \
    its their his her the strong similar
    wish*: for to
    worry: that about
    """
}
