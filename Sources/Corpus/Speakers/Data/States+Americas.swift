extension SpeakerData {
  /// Member states of the United Nations in the Americas.
  static let americas = """
    ATG AG: Antigua and Barbuda; Antigua & Barbuda; Antigua / Antiguan; Barbudan
    ARG AR: Argentina; Argentine Republic; The Argentine / Argentine; Argentinian; Argentinean
    BHS BS: Bahamas; The Bahamas; Commonwealth of the Bahamas / Bahamian
    BRB BB: Barbados / Barbadian; Bajan
    BLZ BZ: Belize; British Honduras {..1973} / Belizean
    BOL BO: Bolivia; Plurinational State of Bolivia; Bolivia (Plurinational State of); Republic of Bolivia {..2009};
      Bolivia, Plurinational State of / Bolivian
    BRA BR: Brazil; Federative Republic of Brazil; Brasil / Brazilian
    CAN CA: Canada; Dominion of Canada / Canadian
    CHL CL: Chile; Republic of Chile / Chilean
    COL CO: Colombia; Republic of Colombia / Colombian
    CRI CR: Costa Rica; Republic of Costa Rica / Costa Rican
    CUB CU: Cuba; Republic of Cuba / Cuban
    DMA DM: Dominica; Commonwealth of Dominica / Dominican
    DOM DO: Dominican Republic / Dominican
    ECU EC: Ecuador; Republic of Ecuador / Ecuadorian; Ecuadorean; Ecuadoran
    SLV SV: El Salvador; Republic of El Salvador / Salvadoran; Salvadorian; Salvadorean
    GRD GD: Grenada / Grenadian
    GTM GT: Guatemala; Republic of Guatemala / Guatemalan
    GUY GY: Guyana; Co-operative Republic of Guyana; British Guiana {..1966} / Guyanese
    HTI HT: Haiti; Republic of Haiti / Haitian
    HND HN: Honduras; Republic of Honduras / Honduran
    JAM JM: Jamaica / Jamaican
    MEX MX: Mexico; United Mexican States; México / Mexican
    NIC NI: Nicaragua; Republic of Nicaragua / Nicaraguan
    PAN PA: Panama; Republic of Panama; Panamá / Panamanian
    PRY PY: Paraguay; Republic of Paraguay / Paraguayan
    PER PE: Peru; Republic of Peru; Perú / Peruvian
    KNA KN: Saint Kitts and Nevis; St. Kitts and Nevis; Saint Christopher and Nevis; St. Kitts & Nevis;
      Federation of Saint Kitts and Nevis / Kittitian; Nevisian
    LCA LC: Saint Lucia; St. Lucia / Saint Lucian; St. Lucian
    VCT VC: Saint Vincent and the Grenadines; St. Vincent and the Grenadines; St. Vincent & the Grenadines;
      Saint Vincent / Vincentian
    SUR SR: Suriname; Republic of Suriname; Surinam; Dutch Guiana {..1975} / Surinamese
    TTO TT: Trinidad and Tobago; Republic of Trinidad and Tobago; Trinidad & Tobago; Trinidad /
      Trinidadian; Tobagonian
    USA US: United States; United States of America; USA; US; U.S.; U.S.A.; America; U.S. of America / American
    URY UY: Uruguay; Eastern Republic of Uruguay; Oriental Republic of Uruguay / Uruguayan
    VEN VE: Venezuela; Bolivarian Republic of Venezuela; Venezuela (Bolivarian Republic of);
      Republic of Venezuela {..1999}; Venezuela, Bolivarian Republic of / Venezuelan
    """
}
