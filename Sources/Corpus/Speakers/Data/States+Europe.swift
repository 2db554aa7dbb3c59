extension SpeakerData {
  /// Member and observer states of the United Nations in Europe, with Cyprus, Türkiye and the Caucasus.
  static let europe = """
    ALB AL: Albania; Republic of Albania; People's Republic of Albania {1946..1976};
      People's Socialist Republic of Albania {1976..1991} / Albanian
    AND AD: Andorra; Principality of Andorra / Andorran
    ARM AM: Armenia; Republic of Armenia / Armenian
    AUT AT: Austria; Republic of Austria / Austrian
    AZE AZ: Azerbaijan; Republic of Azerbaijan; Azerbaidjan / Azerbaijani; Azeri
    BLR BY BYS: Belarus; Republic of Belarus; Byelorussian Soviet Socialist Republic {..1991};
      Byelorussian SSR {..1991}; Byelorussia {..1991}; Belorussia {..1991} / Belarusian; Belarussian; Byelorussian
    BEL BE: Belgium; Kingdom of Belgium / Belgian
    BIH BA: Bosnia and Herzegovina; Bosnia-Herzegovina; Bosnia & Herzegovina; BiH; Bosnia;
      Republic of Bosnia and Herzegovina {1992..1995} / Bosnian; Herzegovinian
    BGR BG: Bulgaria; Republic of Bulgaria; People's Republic of Bulgaria {1946..1990} / Bulgarian
    HRV HR: Croatia; Republic of Croatia / Croatian
    CYP CY: Cyprus; Republic of Cyprus / Cypriot
    CZE CZ: Czechia; Czech Republic / Czech
    DNK DK: Denmark; Kingdom of Denmark / Danish
    EST EE: Estonia; Republic of Estonia / Estonian
    FIN FI: Finland; Republic of Finland / Finnish
    FRA FR: France; French Republic; Republic of France / French
    GEO GE: Georgia; Republic of Georgia {..1995} / Georgian
    DEU DE FRG BRD: Germany; Federal Republic of Germany; Germany (Federal Republic of) {1949..1990};
      Germany, Federal Republic of {1949..1990}; FRG {1949..1990}; West Germany {1949..1990} / German; West German
    GRC GR: Greece; Hellenic Republic; Kingdom of Greece {..1974} / Greek; Hellenic
    HUN HU: Hungary; Republic of Hungary {..2012}; Hungarian People's Republic {1949..1989} / Hungarian
    ISL IS: Iceland; Republic of Iceland / Icelandic
    IRL IE: Ireland; Republic of Ireland; Irish Republic; Irish Free State {1922..1937} / Irish
    ITA IT: Italy; Italian Republic / Italian
    LVA LV: Latvia; Republic of Latvia / Latvian
    LIE LI: Liechtenstein; Principality of Liechtenstein / Liechtensteiner
    LTU LT: Lithuania; Republic of Lithuania / Lithuanian
    LUX LU: Luxembourg; Grand Duchy of Luxembourg; Luxemburg / Luxembourgish; Luxembourgian
    MLT MT: Malta; Republic of Malta / Maltese
    MDA MD: Moldova; Republic of Moldova; Moldova (Republic of); Moldova, Republic of / Moldovan
    MCO MC: Monaco; Principality of Monaco / Monegasque; Monacan
    MNE ME: Montenegro / Montenegrin
    NLD NL: Netherlands; Kingdom of the Netherlands; The Netherlands; Netherlands (Kingdom of the); Holland /
      Dutch; Netherlands
    MKD MK: North Macedonia; Republic of North Macedonia; Republic of Macedonia {1991..2019}; FYROM {1993..2019};
      The former Yugoslav Republic of Macedonia {1993..2019}; The FYR of Macedonia {1993..2019}; Macedonia {..2019} /
      Macedonian
    NOR NO: Norway; Kingdom of Norway / Norwegian
    POL PL: Poland; Republic of Poland; Polish People's Republic {1952..1989} / Polish
    PRT PT: Portugal; Portuguese Republic / Portuguese
    ROU RO ROM: Romania; Rumania; Roumania; Socialist Republic of Romania {1965..1989};
      Romanian People's Republic {1947..1965} / Romanian
    RUS RU SUN SU: Russian Federation; Russia; Union of Soviet Socialist Republics {..1991}; USSR {..1991};
      U.S.S.R. {..1991}; Soviet Union {..1991} / Russian; Soviet
    SMR SM: San Marino; Republic of San Marino / Sammarinese; San Marinese
    SRB RS: Serbia; Republic of Serbia / Serbian; Serb
    SVK SK: Slovakia; Slovak Republic / Slovak; Slovakian
    SVN SI: Slovenia; Republic of Slovenia / Slovenian; Slovene
    ESP ES: Spain; Kingdom of Spain; Spanish State {1936..1975} / Spanish
    SWE SE: Sweden; Kingdom of Sweden / Swedish
    CHE CH: Switzerland; Swiss Confederation / Swiss
    TUR TR: Türkiye; Turkey; Republic of Türkiye; Republic of Turkey; Turkiye / Turkish
    UKR UA: Ukraine; Ukrainian Soviet Socialist Republic {..1991}; Ukrainian SSR {..1991}; The Ukraine / Ukrainian
    GBR GB UK: United Kingdom; United Kingdom of Great Britain and Northern Ireland; UK; U.K.; Great Britain; Britain;
      United Kingdom of Great Britain; Britain and Northern Ireland / British
    VAT VA: Holy See; The Holy See; Vatican; Vatican City; Vatican City State / Vatican
    """
}
