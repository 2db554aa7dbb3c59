extension SpeakerData {
  /// Member states of the United Nations in Africa.
  static let africa = """
    DZA DZ: Algeria; People's Democratic Republic of Algeria / Algerian
    AGO AO: Angola; Republic of Angola; People's Republic of Angola {1975..1992} / Angolan
    BEN BJ DHY: Benin; Republic of Benin; People's Republic of Benin {1975..1990}; Dahomey {..1975} / Beninese; Beninois
    BWA BW: Botswana; Republic of Botswana; Bechuanaland {..1966} / Botswanan; Batswana; Motswana
    BFA BF HVO: Burkina Faso; Burkina; Upper Volta {..1984} / Burkinabe; Burkinabé; Voltaic
    BDI BI: Burundi; Republic of Burundi / Burundian
    CPV CV: Cabo Verde; Republic of Cabo Verde; Cape Verde {..2013} / Cabo Verdean; Cape Verdean
    CMR CM: Cameroon; Republic of Cameroon; United Republic of Cameroon {1972..1984} / Cameroonian
    CAF CF: Central African Republic; CAR; Central African Empire {1976..1979}; Ubangi-Shari {..1958} / Central African
    TCD TD: Chad; Republic of Chad / Chadian
    COM KM: Comoros; Union of the Comoros; Islamic Federal Republic of the Comoros {1978..2001} / Comorian; Comoran
    COG CG: Congo; Republic of the Congo; Congo (Republic of the); Congo, Republic of the; Congo-Brazzaville;
      Congo (Brazzaville); People's Republic of the Congo {1970..1991}; Republic of Congo / Congolese
    COD CD ZAR: Democratic Republic of the Congo; Democratic Republic of Congo; DRC; DR Congo; D.R. Congo;
      Congo (Democratic Republic of the); Congo, Democratic Republic of the; Congo-Kinshasa; Congo (Kinshasa);
      Congo (Leopoldville) {1960..1966}; Zaire {1971..1997}; Republic of Zaire {1971..1997};
      Belgian Congo {..1960} / Congolese; Zairian
    CIV CI: Côte d'Ivoire; Republic of Côte d'Ivoire; Ivory Coast / Ivorian; Ivoirian
    DJI DJ: Djibouti; Republic of Djibouti / Djiboutian
    EGY EG: Egypt; Arab Republic of Egypt; United Arab Republic {1958..1971} / Egyptian
    GNQ GQ: Equatorial Guinea; Republic of Equatorial Guinea / Equatorial Guinean; Equatoguinean
    ERI ER: Eritrea; State of Eritrea / Eritrean
    SWZ SZ: Eswatini; Kingdom of Eswatini; Swaziland {..2018}; Kingdom of Swaziland {..2018} / Swazi; Liswati; Emaswati
    ETH ET: Ethiopia; Federal Democratic Republic of Ethiopia; Abyssinia / Ethiopian
    GAB GA: Gabon; Gabonese Republic / Gabonese
    GMB GM: Gambia; The Gambia; Gambia (Republic of The); Republic of the Gambia;
      Islamic Republic of the Gambia {2015..2017} / Gambian
    GHA GH: Ghana; Republic of Ghana; Gold Coast {..1957} / Ghanaian
    GIN GN: Guinea; Republic of Guinea; Guinea-Conakry / Guinean
    GNB GW: Guinea-Bissau; Republic of Guinea-Bissau; Guinea Bissau / Bissau-Guinean; Guinea-Bissauan
    KEN KE: Kenya; Republic of Kenya / Kenyan
    LSO LS: Lesotho; Kingdom of Lesotho; Basutoland {..1966} / Basotho; Mosotho
    LBR LR: Liberia; Republic of Liberia / Liberian
    LBY LY: Libya; State of Libya; Libyan Arab Jamahiriya {1977..2011}; Socialist People's Libyan Arab Jamahiriya;
      Great Socialist People's Libyan Arab Jamahiriya; Libyan Arab Republic {1969..1977} / Libyan
    MDG MG: Madagascar; Republic of Madagascar; Malagasy Republic {1958..1975} / Malagasy; Madagascan
    MWI MW: Malawi; Republic of Malawi; Nyasaland {..1964} / Malawian
    MLI ML: Mali; Republic of Mali; French Sudan {..1960} / Malian
    MRT MR: Mauritania; Islamic Republic of Mauritania / Mauritanian
    MUS MU: Mauritius; Republic of Mauritius / Mauritian
    MAR MA: Morocco; Kingdom of Morocco / Moroccan
    MOZ MZ: Mozambique; Republic of Mozambique; People's Republic of Mozambique {1975..1990} / Mozambican
    NAM NA: Namibia; Republic of Namibia; South West Africa {..1990} / Namibian
    NER NE: Niger; Republic of the Niger; The Niger; Republic of Niger / Nigerien
    NGA NG: Nigeria; Federal Republic of Nigeria / Nigerian
    RWA RW: Rwanda; Republic of Rwanda / Rwandan; Rwandese
    STP ST: Sao Tome and Principe; São Tomé and Príncipe; Sao Tome; São Tomé & Príncipe;
      Democratic Republic of Sao Tome and Principe / Sao Tomean; Santomean
    SEN SN: Senegal; Republic of Senegal / Senegalese
    SYC SC: Seychelles; Republic of Seychelles / Seychellois
    SLE SL: Sierra Leone; Republic of Sierra Leone / Sierra Leonean
    SOM SO: Somalia; Federal Republic of Somalia; Somali Republic; Somali Democratic Republic {1969..1991} / Somali; Somalian
    ZAF ZA: South Africa; Republic of South Africa; Union of South Africa {1910..1961}; RSA / South African
    SSD SS: South Sudan; Republic of South Sudan; Republic of the South Sudan / South Sudanese
    SDN SD: Sudan; Republic of the Sudan; Democratic Republic of the Sudan {1969..1985} / Sudanese
    TGO TG: Togo; Togolese Republic; Togoland {..1960} / Togolese
    TUN TN: Tunisia; Republic of Tunisia / Tunisian
    UGA UG: Uganda; Republic of Uganda / Ugandan
    TZA TZ: Tanzania; United Republic of Tanzania; Tanzania (United Republic of); Tanganyika {1961..1964};
      United Republic of Tanganyika and Zanzibar {1964..1964}; Zanzibar {1963..1964} / Tanzanian
    ZMB ZM: Zambia; Republic of Zambia; Northern Rhodesia {..1964} / Zambian
    ZWE ZW RHO: Zimbabwe; Republic of Zimbabwe; Southern Rhodesia {..1980}; Rhodesia {1965..1979} / Zimbabwean; Rhodesian
    """
}
