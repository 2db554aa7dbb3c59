extension SpeakerData {
  /// Groups in which states speak together.
  static let groups = """
    group-of-friends-r2p: Group of Friends of the Responsibility to Protect; Group of Friends of R2P;
      Group of Friends on the Responsibility to Protect; Group of Friends of RtoP; Group of Friends
    group-of-friends-protection: Group of Friends on the Protection of Civilians
    non-aligned-movement: Non-Aligned Movement; NAM; Movement of Non-Aligned Countries; Non Aligned Movement;
      Non-Alignment Movement; Non Alignment Movement; Movement of the Non-Aligned Countries
    g77: Group of 77; G77; G-77; Group of 77 and China; G77 and China; G-77 and China
    african-group: African Group; Group of African States; African States Group
    arab-group: Arab Group; Group of Arab States
    grulac: GRULAC; Group of Latin American and Caribbean States; Latin American and Caribbean Group
    weog: WEOG; Western European and Others Group; Western European and Other States Group
    asia-pacific-group: Asia-Pacific Group; Group of Asia-Pacific States; Asian Group; Group of Asian States
    eastern-european-group: Eastern European Group; Group of Eastern European States
    p5: P5; P-5; Permanent Five; permanent five
    p3: P3; P-3
    e10: E10; E-10; Elected Ten
    a3: A3; A-3; A3+; A3 Plus
    s5: S5; S-5; Small Five; Small Five Group; S5 Group
    act: ACT Group; ACT group; Accountability, Coherence and Transparency Group;
      Accountability, Coherence, and Transparency group
    nordic-countries: Nordic countries; Nordic Countries; Nordic States; Nordic states
    baltic-states: Baltic States; Baltic states; Baltic countries
    benelux: Benelux; Benelux countries
    brics: BRICS
    ibsa: IBSA; India-Brazil-South Africa Dialogue Forum
    g4: G4; G-4; Group of Four
    g7: G7; G-7; Group of Seven
    g8: G8; G-8; Group of Eight
    g20: G20; G-20; Group of Twenty; Group of 20
    uniting-for-consensus: Uniting for Consensus; Uniting for Consensus Group; UfC
    l69: L.69; L.69 Group; L69
    aosis: Alliance of Small Island States; AOSIS
    ldc: Group of Least Developed Countries; Least Developed Countries
    canz: CANZ; CANZ Group
    visegrad: Visegrad Group; Visegrad Four
    troika: Non-Aligned Movement Troika
    """

  /// Longer names of other things that begin like a speaker's name, so that the speaker is not read into them.
  static let decoys = """
    Northern Ireland; New Mexico; Mexico City; Panama City; Kuwait City; Guatemala City; Panama Canal; Panama Papers;
    New England; New South Wales; American Samoa; French Guiana; French Polynesia; British Columbia; Inner Mongolia;
    Indian Ocean; South China Sea; East China Sea; Lake Chad; Lake Chad Basin; Lake Chad Basin Commission; Niger Delta;
    Congo Basin; Congo River; Jordan Valley; Jordan River; Gulf of Guinea; Gulf of Oman; Gulf of Mexico; Persian Gulf;
    Central America; South America; Latin America; North America; Central American; South American; Latin American;
    North American; African American; Inter-American; Pan American; Organization of American; American University;
    Geneva Conventions; Vienna Convention; Rome Statute; Treaty of Rome; Paris Agreement; Paris Principles;
    Kampala Convention; Montevideo Convention; Stockholm Declaration; Johannesburg Declaration; Cairo Declaration;
    United Nations Charter; UN Charter; Charter of the United Nations; United Nations system; UN system;
    United Nations Headquarters; UN Headquarters; United Nations Day; United Nations Plaza; UN Member States;
    United Nations Member States; UN Secretary; United Nations University; Mission of the United Nations;
    Security Council Chamber; General Assembly Hall; General Assembly Building; Red Cross Convention;
    United States dollar; United States dollars; US dollars; US dollar; Swiss francs; Swiss franc; Japanese yen;
    Korean Peninsula; Korean peninsula; Korean War; Arabian Peninsula; Iberian Peninsula; Indochina Peninsula;
    English Channel; Turkish Straits; Suez Canal; British Museum; Dutch Caribbean; Danish Straits; Irish Sea;
    Holy Land; West Bank; Gaza Strip; Golan Heights; Iron Curtain; Cold War; Great Lakes; Great Lakes region;
    Friends of the Chair; Friends of Syria; Group of Experts; Group of Governmental Experts; Georgia State;
    State of Georgia; Atlanta, Georgia; Treaty of Union; Statute of the International Criminal Court;
    Statute of the International Court of Justice
    """
}
