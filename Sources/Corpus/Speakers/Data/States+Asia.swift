extension SpeakerData {
  /// Member and observer states of the United Nations in Asia, Cyprus and the Caucasus excepted.
  static let asia = """
    AFG AF: Afghanistan; Islamic Republic of Afghanistan; Republic of Afghanistan; Islamic Emirate of Afghanistan;
      Democratic Republic of Afghanistan {1978..1987}; Islamic State of Afghanistan {1992..2004} / Afghan
    BHR BH: Bahrain; Kingdom of Bahrain; State of Bahrain {..2002} / Bahraini
    BGD BD: Bangladesh; People's Republic of Bangladesh; East Pakistan {..1971} / Bangladeshi
    BTN BT: Bhutan; Kingdom of Bhutan / Bhutanese
    BRN BN: Brunei Darussalam; Brunei; State of Brunei; Negara Brunei Darussalam / Bruneian
    KHM KH: Cambodia; Kingdom of Cambodia; Khmer Republic {1970..1975}; Democratic Kampuchea {1975..1990};
      Kampuchea {1975..1990}; People's Republic of Kampuchea {1979..1989} / Cambodian; Kampuchean
    CHN CN PRC: China; People's Republic of China; PRC; PR China; P.R. China; Republic of China {1912..1971} / Chinese
    IND IN: India; Republic of India / Indian
    IDN ID: Indonesia; Republic of Indonesia; Dutch East Indies {..1949} / Indonesian
    IRN IR: Iran; Islamic Republic of Iran; Iran (Islamic Republic of); Iran, Islamic Republic of; Persia {..1935} / Iranian
    IRQ IQ: Iraq; Republic of Iraq / Iraqi
    ISR IL: Israel; State of Israel / Israeli
    JPN JP: Japan / Japanese
    JOR JO: Jordan; Hashemite Kingdom of Jordan; Transjordan {..1949} / Jordanian
    KAZ KZ: Kazakhstan; Republic of Kazakhstan; Kazakstan / Kazakhstani; Kazakh
    PRK KP: Democratic People's Republic of Korea; DPRK; DPR Korea; North Korea;
      Korea (Democratic People's Republic of); Korea, Democratic People's Republic of / North Korean
    KOR KR: Republic of Korea; South Korea; ROK; R.O.K.; Korea (Republic of); Korea, Republic of; Korea /
      South Korean; Korean
    KWT KW: Kuwait; State of Kuwait / Kuwaiti
    KGZ KG: Kyrgyzstan; Kyrgyz Republic; Kirghizia; Kirgizstan / Kyrgyz; Kyrgyzstani
    LAO LA: Lao People's Democratic Republic; Lao PDR; Laos; Kingdom of Laos {..1975} / Lao; Laotian
    LBN LB: Lebanon; Lebanese Republic / Lebanese
    MYS MY: Malaysia; Federation of Malaysia; Malaya {..1963}; Federation of Malaya {1948..1963} / Malaysian; Malayan
    MDV MV: Maldives; Republic of Maldives; Maldive Islands {..1969}; Republic of the Maldives / Maldivian
    MNG MN: Mongolia; Mongolian People's Republic {1924..1992}; Outer Mongolia / Mongolian
    MMR MM BUR: Myanmar; Republic of the Union of Myanmar; Union of Myanmar {1989..2010}; Burma {..1989};
      Union of Burma {1948..1974}; Socialist Republic of the Union of Burma {1974..1988} / Burmese; Myanmarese; Myanma
    NPL NP: Nepal; Federal Democratic Republic of Nepal; Kingdom of Nepal {..2008} / Nepalese; Nepali
    OMN OM: Oman; Sultanate of Oman; Muscat and Oman {..1970} / Omani
    PAK PK: Pakistan; Islamic Republic of Pakistan / Pakistani
    PHL PH: Philippines; Republic of the Philippines; The Philippines / Philippine; Filipino; Filipina
    PSE PS: Palestine; State of Palestine; Occupied Palestinian Territory; Palestinian Authority;
      Palestinian National Authority; Palestine Liberation Organization; PLO; Palestine Liberation Organisation;
      Permanent Observer of Palestine / Palestinian
    QAT QA: Qatar; State of Qatar / Qatari
    SAU SA KSA: Saudi Arabia; Kingdom of Saudi Arabia; KSA / Saudi; Saudi Arabian
    SGP SG: Singapore; Republic of Singapore / Singaporean
    LKA LK: Sri Lanka; Democratic Socialist Republic of Sri Lanka; Ceylon {..1972} / Sri Lankan; Ceylonese
    SYR SY: Syria; Syrian Arab Republic / Syrian
    TJK TJ: Tajikistan; Republic of Tajikistan / Tajik; Tajikistani
    THA TH: Thailand; Kingdom of Thailand; Siam {..1949} / Thai; Siamese
    TLS TL TMP: Timor-Leste; Democratic Republic of Timor-Leste; East Timor {..2002} / Timorese; East Timorese
    TKM TM: Turkmenistan; Turkmenia / Turkmen
    ARE AE: United Arab Emirates; UAE; U.A.E.; Emirates; Trucial States {..1971} / Emirati
    UZB UZ: Uzbekistan; Republic of Uzbekistan / Uzbek; Uzbekistani
    VNM VN: Viet Nam; Vietnam; Socialist Republic of Viet Nam; Socialist Republic of Vietnam;
      Democratic Republic of Viet-Nam {1945..1976}; SRV / Vietnamese
    YEM YE: Yemen; Republic of Yemen; Yemen Arab Republic {1962..1990}; North Yemen {..1990} / Yemeni
    """
}
