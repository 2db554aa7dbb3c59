extension SpeakerData {
  /// Organisations whose members are states.
  static let organisations = """
    eu: European Union; EU; European Community {..2009}; European Communities {..2009}; European Economic Community {..1993}
    european-commission: European Commission; EC
    council-of-europe: Council of Europe; CoE
    osce: Organization for Security and Co-operation in Europe; Organization for Security and Cooperation in Europe; OSCE;
      Organisation for Security and Co-operation in Europe; Conference on Security and Co-operation in Europe {..1994}
    nato: North Atlantic Treaty Organization; NATO; North Atlantic Treaty Organisation; North Atlantic Alliance
    au: African Union; AU; Organization of African Unity {1963..2002}; OAU {1963..2002};
      Organisation of African Unity {1963..2002}
    au-peace-and-security-council: Peace and Security Council of the African Union; African Union Peace and Security Council;
      AU Peace and Security Council; AUPSC; AU PSC
    ecowas: Economic Community of West African States; ECOWAS
    sadc: Southern African Development Community; SADC
    igad: Intergovernmental Authority on Development; IGAD
    eac: East African Community; EAC
    eccas: Economic Community of Central African States; ECCAS
    icglr: International Conference on the Great Lakes Region; ICGLR
    comesa: Common Market for Eastern and Southern Africa; COMESA
    cen-sad: Community of Sahelo-Saharan States; CEN-SAD
    arab-maghreb-union: Arab Maghreb Union
    arab-league: League of Arab States; Arab League; LAS
    gcc: Gulf Cooperation Council; GCC; Cooperation Council for the Arab States of the Gulf
    oic: Organisation of Islamic Cooperation; Organization of Islamic Cooperation; OIC;
      Organization of the Islamic Conference {1969..2011}; Organisation of the Islamic Conference {1969..2011}
    asean: Association of Southeast Asian Nations; ASEAN; Association of South-East Asian Nations
    saarc: South Asian Association for Regional Cooperation; SAARC
    sco: Shanghai Cooperation Organization; Shanghai Cooperation Organisation; SCO
    cis: Commonwealth of Independent States; CIS
    csto: Collective Security Treaty Organization; CSTO
    pif: Pacific Islands Forum; PIF; South Pacific Forum {1971..2000}
    oas: Organization of American States; OAS; Organisation of American States
    iachr: Inter-American Commission on Human Rights; IACHR
    caricom: Caribbean Community; CARICOM
    celac: Community of Latin American and Caribbean States; CELAC
    unasur: Union of South American Nations; UNASUR
    mercosur: Southern Common Market; MERCOSUR
    sica: Central American Integration System; SICA
    rio-group: Rio Group
    commonwealth: Commonwealth of Nations; British Commonwealth
    francophonie: International Organization of la Francophonie; International Organisation of La Francophonie; OIF;
      Francophonie
    opec: Organization of the Petroleum Exporting Countries; OPEC
    oecd: Organisation for Economic Co-operation and Development; OECD;
      Organization for Economic Cooperation and Development
    warsaw-pact: Warsaw Pact {1955..1991}; Warsaw Treaty Organization {1955..1991}
    """
}
