/// The closed classes of English that the rules know, and the nouns of this field.
enum GrammarWords {
  static let classes: [(WordClass, String)] = [
    (
      .determiner,
      "the a an this these those its their his her our my your both all each every another any no such"
    ),
    (.article, "the a an"),
    (.possessor, "its their his her our my"),
    (
      .quantifier,
      """
      some many several most various numerous few fewer more other others all both each every one two three four five six seven \
      eight nine ten eleven twelve dozens scores half majority minority number couple handful range group rest plurality none \
      another certain any multiple different countless host variety
      """
    ),
    (
      .quantity,
      "majority minority number couple handful range group rest plurality host variety half dozens scores few lot"
    ),
    (
      .pronounGroup,
      "some many several most others few fewer all one another none both number majority minority couple handful half two three four"
    ),
    (
      .groupModifier,
      """
      overwhelming vast large larger small smaller great greater significant growing wide broad member other like minded likeminded \
      participating cross regional civil society small non governmental nongovernmental international national individual \
      developing developed western northern southern eastern global different various many few further western arab \
      asian african european latin american caribbean pacific nordic sixty twenty thirty forty fifty seventy eighty ninety \
      hundred good great first second subsequent remaining
      """
    ),
    (
      .groupNoun,
      """
      participants participant delegations delegates speakers speaker states state governments countries country \
      representatives ministers minister interventions intervention statements panelists panelist panellists panellist experts \
      expert attendees attendee discussants discussant members member organizations organisations ngos observers leaders \
      officials ambassadors respondents commentators contributors contributor delegation delegate interlocutors presenters \
      presenter academics parliamentarians diplomats people parties voices government institutions groups \
      moderators facilitators stakeholders nations scholars interviewees attendants audience proponents opponents critics \
      supporters advocates sceptics skeptics lecturers practitioners presentations commenters
      """
    ),
    (
      .singularGroupNoun,
      """
      participant speaker state country minister intervention panelist panellist expert attendee discussant member \
      contributor delegation delegate presenter government audience
      """
    ),
    (.roleHead, SpeakerRoles.heads.joined(separator: " ")),
    (
      .body,
      "government governments delegation delegations mission missions authorities administration cabinet leadership"
    ),
    (.roleQualifier, SpeakerRoles.qualifiers.joined(separator: " ")),
    (.title, SpeakerRoles.titles.joined(separator: " ")),
    (
      .department,
      "affairs integration defence defense justice interior development cooperation relations trade foreign europe and the policy rights human peace security external international gender equality women operations"
    ),
    (
      .product,
      """
      statement statements intervention interventions remarks speech speeches address presentation presentations comment comments \
      submission letter testimony briefing opening contribution report reports message paper
      """
    ),
    (
      .preposition,
      """
      of in on at to for from with by about against between among amongst towards toward into onto upon over under through \
      during before after behind beyond within without despite regarding concerning like unlike including per via since until \
      around across near off than outside inside alongside amid throughout following given besides
      """
    ),
    (.subordinator, "that which who whom whose if whether how why what when where because since"),
    (.clauseLink, "and but or yet while whilst whereas although though as when where because since so nor"),
    (.contrast, "while whilst whereas although though"),
    (.coordinator, "and or"),
    (.be, "is are was were be been being am"),
    (.pastBe, "was were is are"),
    (.have, "has have had having"),
    (.doing, "do does did"),
    (.modal, "should must could may might ought shall will would can cannot"),
    (.negation, "not never nor neither no hardly cannot"),
    (
      .adverb,
      """
      also then again further once more however therefore thus too still even just only first next meanwhile instead \
      nonetheless nevertheless now later earlier already often always repeatedly moreover furthermore additionally lastly \
      finally here there today yesterday soon ever rather quite very well accordingly hence twice explicitly second third \
      almost never not both all jointly respectively
      """
    ),
    (.personalPronoun, "he she they it"),
    (.animatePronoun, "he she"),
    (.includer, "including notably like namely"),
    (
      .periphrasis,
      """
      took used seized take takes use uses sought seek seeks wished wish wishes wanted want wants went goes continued continue continues \
      began begin begins chose proceeded paused joined opened closed concluded ended started intervened hastened tried drew draws \
      attempted felt devoted spent rose asked returned turned
      """
    ),
    (
      .particle,
      "de del della di da do dos das du des la le el al ul van von der den ter bin ibn ben bint ould abu zu y e"
    ),
    (
      .institution,
      """
      council commission committee network foundation institute centre center association coalition organization organisation \
      group court ministry office agency bank fund forum union league secretariat movement alliance society federation \
      university programme board panel
      """
    ),
    (
      .notAPerson,
      """
      document report resolution charter statute declaration convention treaty protocol summit principles agenda pillar paragraph \
      article chapter assembly nations rights war crimes genocide peace security outcome action plan january february march april \
      may june july august september october november december monday tuesday wednesday thursday friday saturday sunday \
      responsibility protect r2p rtop annex item rule operative section part world press mechanism accord agreement act \
      constitution covenant strategy framework state states government member general human united international national
      """
    ),
    (.accordance, "according"),
    (.opinionNoun, "view views opinion words estimation assessment judgement judgment"),
    (
      .objectOpener,
      """
      that the a an its their his her this these those how why what whether it for on upon out to such all any every each with \
      there some both our no strong continued
      """
    ),
    (.mainOpener, "there it this these they no he she we"),
    (.firstPerson, "i we our my us"),
    (.dependence, "which who whom whose if whether what"),
    (.nobody, "no none nobody neither"),
    (
      .introducer,
      """
      mr mrs ms miss dr prof professor sir dame baroness ambassador minister director representative adviser advisor envoy \
      commissioner negotiator spokesperson spokesman spokeswoman prosecutor rapporteur ceo founder coordinator
      """
    ),
    (.viewNoun, "concern point position sentiment call suggestion argument proposal theme message belief"),
    (
      .stanceAdjective,
      """
      concerned convinced grateful disappointed confident critical supportive sceptical skeptical alarmed pleased adamant aware \
      optimistic pessimistic hopeful hesitant reluctant unanimous unequivocal sure keen dismayed
      """
    ),
    (.stanceObject, "view opinion belief conviction favour favor"),
    (.clearness, "clear"),
    (
      .stanceVerb,
      """
      agree agrees agreed accept accepts accepted support supports supported believe believes believed think thinks thought \
      consider considers considered share shares shared favour favours favoured favor favors favored see saw welcome \
      welcomes welcomed oppose opposes opposed object objects objected endorse endorses endorsed wish wishes wished
      """
    ),
  ]
}
