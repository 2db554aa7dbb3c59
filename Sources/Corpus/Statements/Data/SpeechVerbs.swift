/// The verbs by which reports in this field give what somebody said; ``VerbNotation`` reads them.
enum SpeechVerbs {
  /// Verbs that report speech whatever follows. `*`: the form without ending and the one in -s are often nouns (`calls`), so a
  /// word that opens an object must follow. `+` doubles the last consonant; irregular forms stand behind slashes.
  static let free = """
    accept acclaim accuse acknowledge admit+ admonish advise advocate affirm agree allege allude announce
    answer* apologise apologize appeal* applaud appreciate argue ask assert assess assure attest believe
    bemoan blame caution celebrate challenge characterise characterize chide cite claim* clarify commemorate
    commend complain concede conclude concur+ condemn confess confirm congratulate contend contest criticise
    criticize debate declare decry defend define deliberate demand* denounce deny depict deplore describe
    detail* disagree disapprove discourage discuss dismiss dispute doubt echo elaborate elucidate emphasise
    emphasize encourage endorse enquire entreat enumerate envisage envision espouse exclaim exhort explain
    explicate expound express favor favour fear flag+ hail highlight hint implore inform inquire insist
    interject intimate invoke lament laud lobby maintain mourn narrate note* notify opine oppose outline*
    plead pledge* ponder posit praise* predict proclaim profess promise* pronounce propose query* question*
    quote* reaffirm reassert reassure rebuke rebut+ recall recap+ reckon recognise recognize recommend
    recount reference refute regret+ reiterate reject remark* remind repeat reply* report* reprimand
    reproach reprove request* restate retort salute say/said scold second* specify state* stipulate stress*
    suggest summarise summarize support* surmise swear/swore/sworn testify thank* tout underline underscore
    urge venture volunteer* vow* warn welcome wonder write/wrote/written
    """

  /// Verbs that report speech only if one of the words behind the colon follows: a plain word right behind the verb, `that`
  /// also as a quotation mark, a word with `~` within the next eight. `^`: in the passive it reports speech whatever follows.
  static let bound = """
    add: that to ~need ~concern ~voice
    align: itself themselves ~with
    associate: itself themselves ~with
    back^: ~proposal ~initiative ~call ~calls
    brief: that on ~members ~council ~delegations
    bring^/brought: up ~attention
    call*^: for on upon up ~attention it the this its such
    cast/cast: ~doubt ~doubts
    charge: that
    comment*: that on upon
    commit+: to itself themselves
    compare: ~to ~with
    consider: that it how whether ~to ~important ~crucial ~essential ~necessary
    contrast: ~with
    convey^: that ~message ~appreciation ~concern ~gratitude ~condolences its their his her
    counsel: that against
    counter: that
    credit: ~with ~for
    decide: that
    deem: that it ~to
    demonstrate: that how
    desire*: that to
    draw/drew/drawn: ~attention ~link ~links ~parallel ~parallels ~distinction ~lessons ~conclusions
    dwell/dwelt: on upon
    enlarge: on upon
    evoke: the its
    exchange*: ~views ~experiences ~ideas
    expand: on upon
    explore: how ~ways
    extend: ~gratitude ~thanks ~appreciation ~condolences ~congratulations
    feel/felt: that strongly it there
    find/found: that it
    float: ~idea ~proposal
    focus*: on
    foresee/foresaw/foreseen: that
    give/gave/given: ~example ~examples ~overview ~account ~briefing ~assurance ~assurances ~detail \
    ~details
    hold/held: that ~view ~be
    hope*: that to for
    identify^: ~as ~need ~challenge ~challenges ~three ~two ~four ~several ~priority ~priorities
    illustrate: how that the
    imply: that
    indicate: that its their
    instance: the
    invite: ~to
    justify: ~by
    label: ~as the
    lay^/laid: out ~emphasis ~stress
    lend/lent: ~support ~voice
    liken: ~to
    list*: ~as ~several ~three ~two ~four the
    look*: forward
    make/made: ~note ~mention ~reference ~point ~points ~case ~plea ~appeal ~call ~observation \
    ~observations ~suggestion     ~suggestions ~proposal ~proposals ~recommendation ~recommendations \
    ~commitment ~clear ~distinction ~remarks
    mean*: that
    mention*^: that the a an its their how
    move*: that
    name*: ~as
    object*: to that
    observe^: that how a an the
    offer*^: ~condolences ~support ~thanks ~view ~views ~suggestions ~suggestion ~proposal ~proposals \
    ~assessment ~examples
    pay/paid: ~tribute ~homage
    point*^: out to
    prefer+: that to
    present*^: its his her their the a an
    press*^: for
    protest*: that against
    provide: ~overview ~update ~examples ~example ~account ~briefing ~insight ~insights
    push^: for back
    put^/put: forward forth ~emphasis it
    raise^: the a an its their his her this that concern concerns issue issues question questions similar \
    several two three     doubts alarm
    reason*: that
    recollect^: that how
    record: its their
    refer+: to back
    reflect: on upon that how ~view ~views
    register^: ~concern ~concerns its their
    rejoice: that in at
    relate: that how ~experience ~experiences
    relay: that ~message
    remember: that how
    renew^: ~call ~commitment its their
    respond: that by saying
    reveal^: that how
    rule*: out
    see/saw/seen: ~need ~merit ~value ~as
    seek/sought: ~clarification ~assurances ~reassurance
    set^/set: out forth
    share*^: the its their his her a ~view ~views ~concern ~concerns ~experience ~experiences ~opinion \
    ~belief ~examples ~lessons     ~practices
    shed/shed: ~light
    signal*: that its their
    single: out
    sound*: ~alarm
    speak^/spoke/spoken: of about to on for in against out favourably
    speculate: that about
    spell^: out
    submit+^: that
    subscribe: to
    sum+: up
    suppose: that
    table: ~proposal ~text ~draft ~amendment
    take/took/taken: ~note ~issue ~view ~position ~exception
    talk*: about of on
    tell/told: ~that ~council ~members ~delegates ~delegations ~assembly ~meeting ~participants
    theorise: that
    theorize: that
    think/thought: that it there
    threaten*: that to
    touch*^: on upon
    trace*: the
    trust*: that
    understand/understood: that
    update*: ~on ~members ~council
    verify: that
    view*: ~as
    voice*^: ~concern ~concerns ~support ~opposition ~regret ~hope ~appreciation ~doubt ~doubts ~view \
    ~views ~satisfaction ~alarm     its their his her the strong similar
    weigh: in
    wish*: for to
    worry: that about
    """
}
