import Testing

/// Full stops behind words; `|` parts the sentences that are expected.
@Suite("Sentences: abbreviations, initials and misread commas")
struct SentenceWordRuleTests {
  @Test(
    "Each abbreviation before a name",
    arguments: [
      "H.E.", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Amb.", "Gen.", "Col.", "Sr.", "St.", "U.N.", "U.K.",
      "U.S.",
    ])
  func beforeNames(abbreviation: String) { expectSentences("It is \(abbreviation) Okello. |We know.") }

  @Test(
    "Each abbreviation before a number",
    arguments: [
      "No.", "Nos.", "Art.", "Arts.", "para.", "paras.", "paragr.", "res.", "Res.", "op. cit.", "ibid.",
      "Ibid.", "et al.", "cf.",
      "vol.", "pp.", "p.", "sec.", "sect.", "chap.", "fig.", "Fig.", "Rev.", "Add.", "Corr.", "Jan.", "Feb.",
      "Mar.", "Apr.", "Jun.",
      "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.", "e.g.", "i.e.", "vs.",
    ])
  func beforeNumbers(abbreviation: String) { expectSentences("It is \(abbreviation) 12 of them. |We know.") }

  @Test(
    "What never ends a sentence",
    arguments: [
      "H.E. Mr. Mussa met Ms. Adeyemi. |Mrs. Bello left.", "MR. PRESIDENT, we agree.",
      "Messrs. Ito and Roy came.",
      "Mr. He spoke. |Dr. In agreed.", "Some States, e.g. The Gambia, agree.",
      "It is new, i.e. Three years old.",
      "The case Chad v. The State of Libya is old.", "See vs. The rest. |Cf. Annex II. |Op. cit., p. 3.",
      "(Mr. Diallo took the Chair.)", "“Mr. Diallo took the Chair.”", "Mr. \u{2019}Abd al-Rahman came.",
      "We thank Mr.  Okello.", "Scans write Mr . Okello. |He left.", "Mr.\u{A0}Okello came.",
      "Session.|Mr. Okello came.",
    ])
  func joining(sample: String) { expectSentences(sample) }

  @Test(
    "What ends none before a name",
    arguments: [
      "In St. Lucia we met Prof. Wu, Gen. Rossi and Lt. Col. Haile. |They agreed.",
      "Amb. Mensah saw Rev. Lee.",
      "They met in Wall St. |The prices fell.", "See sect. IV. |The report is long.",
      "[A/36/1, chap. X, para. 5]. |It is so.",
      "See para. 12. |The next is para. |It follows.", "See vol. II, paras. 3 and 4. |We did.",
      "The Hon. Sr. Lopez and Sgt. Kim left. |Sr. |We stay.",
    ])
  func leading(sample: String) { expectSentences(sample) }

  @Test(
    "What ends none before a number",
    arguments: [
      "Decree No. 12 stands. |Nos. 3 and 4 do not.", "Do we? |No. |We do not.",
      "Protocol No. II and No. I, too. |No. |I was asked.",
      "Sales No. E.73.II. |It is so.",
      "Art. 5 and Arts. 6 (1). |It is a work of art. |Twelve museums have it.",
      "AHG/Res. 103 (XVIII) stands. |See Add. 1, Rev. 2 and Corr. 3. |It is new.",
      "A/34/PV. 31, p. 12 and pp. 4-5.",
      "Ibid. 14. |Ibid. |The Council met.", "Fig. 3, figs. 4 and 5, sec. 6, ca. 1900, approx. 12 States.",
      "In Jan. 1994 and on Sept. 11 and Dec. 3. |It is Dec. |We left.",
      "See p. A29 and p. XIV. |It is on the last p. |We read it.",
      "As Lee et al. (2009) show, and Lee et al. 2010. |Lee et al. |We differ.",
      "Works of art. 12 museums have them.",
    ])
  func numbered(sample: String) {
    // A small "art." is a word: what follows is a sentence.
    let isWord = sample.hasPrefix("Works")
    expectSentences(isWord ? "Works of art. |12 museums have them." : sample)
  }

  @Test(
    "Initials",
    arguments: [
      "We thank Ban K. Moon and J. F. Rossi. |He left.", "J.F.Rossi and J.F. Rossi met S. W. R. D. Silva.",
      "É. Ndiaye spoke.",
      "The U.N. Charter holds. |It is of the U.N. |The Council met.",
      "The U.S. Congress and the U.K. Parliament met.",
      "U.N. 2.0 is new.", "We met in Washington, D.C. |Representatives came in 490 B.C. |Miltiades won.",
      "Carlos P. Silva wrote. |He read V. I. Lenin and J. A. Rossi. |W. E. B. Du Bois read.",
      "H.R.H. Prince Akira came.",
      "The U.N.’s role grew.",
      "Resolutions 33/28 A and B. |Hence we agree.", "It is for you and I. |We agree.",
    ])
  func initials(sample: String) { expectSentences(sample) }

  @Test(
    "Capitals that are no initials",
    arguments: [
      "Warming stays below 1.5°C. |Countries agree.", "It stays below 2º C. |Countries agree.",
      "It lies at 27° N. |Ships pass.",
      "See Protocol I. |International law holds.", "UNAVEM I. |Missions like it failed.",
      "See annex B. |Members agree.",
      "They count A, B and C. |We met Simon I. Patiño.", "Pope John Paul II. |Visits followed.",
    ])
  func noInitials(sample: String) { expectSentences(sample) }

  @Test(
    "Specks of scans behind words that end no sentence",
    arguments: [
      "They came to the. United Nations.", "We spoke of the . Middle East.",
      "It is a right of the people of. Guam.",
      "We are proud of. |In the end we won.", "Chad and. Libya agree.",
      "They met in Sana’a. |Yemen was host.",
      "It is either/or. |Winners take all.", "It is in the Qur’an. |Muslims read it.",
    ])
  func specks(sample: String) { expectSentences(sample) }

  @Test(
    "Openings of sentences before a misread comma",
    arguments: [
      "However. Lebanon came. |In that regard. I thank you.", "In 2022. France led. |In May. 100,000 came.",
      "At the outset. Sir, I thank you.", "On the contrary. |It grew.", "To no avail. |It failed.",
      "From whom? |From Israel. |And we know.",
      "In Gaza. |In Sudan. |In Yemen.", "In this direction is disaster. |We must turn.",
      "For they are free. |We know.",
      "In the years of war that followed upon this. |Nothing grew.",
    ])
  func openings(sample: String) { expectSentences(sample) }

  @Test(
    "Full stops that end sentences behind short words",
    arguments: [
      "It is so. |Be it so.", "We came. |We saw. |We left.", "They asked us. |States agreed.",
      "It meets at 3 p.m. on Monday. |At 9 a.m. |The bell rang.",
      "Roads, schools, etc. |In addition, wells.", "Roads, etc. are new.",
      "Martin Luther King Jr. said so. |It is co-op. |Members own it.",
    ])
  func words(sample: String) { expectSentences(sample) }
}
