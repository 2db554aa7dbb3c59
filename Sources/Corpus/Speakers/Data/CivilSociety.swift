extension SpeakerData {
  /// Organisations that no state is a member of.
  static let civilSociety = """
    icrtop: International Coalition for the Responsibility to Protect; ICRtoP; ICR2P;
      International Coalition on the Responsibility to Protect; International Coalition for R2P;
      International Coalition for RtoP
    gcr2p: Global Centre for the Responsibility to Protect; GCR2P; GCRtoP; Global Centre for R2P; Global Centre for RtoP;
      Global Center for the Responsibility to Protect; Global Center for R2P; Global Centre; Global Center; Global Centre on R2P
    apr2p: Asia-Pacific Centre for the Responsibility to Protect; Asia Pacific Centre for the Responsibility to Protect;
      APR2P; AP R2P; Asia Pacific Centre for R2P
    icrc: International Committee of the Red Cross; ICRC; Red Cross
    ifrc: International Federation of Red Cross and Red Crescent Societies; IFRC
    msf: Médecins Sans Frontières; MSF; Doctors Without Borders
    hrw: Human Rights Watch; HRW
    amnesty: Amnesty International; Amnesty
    human-rights-first: Human Rights First
    fidh: International Federation for Human Rights; FIDH
    una-uk: UNA-UK; United Nations Association of the UK; United Nations Association - UK; UNA UK;
      United Nations Association of the United Kingdom; United Nations Association of Great Britain and Northern Ireland
    una-usa: UNA-USA; United Nations Association of the United States of America
    una-canada: United Nations Association in Canada
    wfuna: World Federation of United Nations Associations; WFUNA
    wfm-igp: World Federalist Movement; WFM-IGP; World Federalist Movement-Institute for Global Policy; WFM;
      World Federalist Movement – Institute for Global Policy; Institute for Global Policy
    oxfam: Oxfam; Oxfam International; Oxfam GB; Oxfam America
    save-the-children: Save the Children
    care: CARE International
    world-vision: World Vision; World Vision International
    international-crisis-group: International Crisis Group; Crisis Group; ICG
    international-peace-institute: International Peace Institute
    international-rescue-committee: International Rescue Committee
    norwegian-refugee-council: Norwegian Refugee Council; NRC
    danish-refugee-council: Danish Refugee Council
    aipr: Auschwitz Institute for Peace and Reconciliation; AIPR; Auschwitz Institute; AIPG;
      Auschwitz Institute for the Prevention of Genocide and Mass Atrocities
    stanley-foundation: Stanley Foundation; Stanley Center; Stanley Center for Peace and Security
    budapest-centre: Budapest Centre; Budapest Centre for the International Prevention of Genocide and Mass Atrocities;
      Budapest Centre for Mass Atrocities Prevention
    genocide-alert: Genocide Alert
    genocide-watch: Genocide Watch
    aegis-trust: Aegis Trust; Aegis
    protection-approaches: Protection Approaches
    saferworld: Saferworld
    minority-rights-group: Minority Rights Group; Minority Rights Group International
    migs: Montreal Institute for Genocide and Human Rights Studies; MIGS
    kaiptc: Kofi Annan International Peacekeeping Training Centre; KAIPTC
    wanep: West Africa Network for Peacebuilding; WANEP; West African Network for Peacebuilding
    enough-project: Enough Project
    united-to-end-genocide: United to End Genocide
    save-darfur: Save Darfur Coalition
    jacob-blaustein-institute: Jacob Blaustein Institute; Jacob Blaustein Institute for the Advancement of Human Rights
    citizens-for-global-solutions: Citizens for Global Solutions
    global-action-to-prevent-war: Global Action to Prevent War; GAPW
    cicc: Coalition for the International Criminal Court; CICC
    security-council-report: Security Council Report
    chatham-house: Chatham House; Royal Institute of International Affairs
    rusi: Royal United Services Institute; RUSI
    iciss: International Commission on Intervention and State Sovereignty; ICISS
    elders: The Elders
    carter-center: Carter Center
    brookings: Brookings Institution
    usip: United States Institute of Peace; USIP
    holocaust-museum: United States Holocaust Memorial Museum; USHMM; US Holocaust Memorial Museum
    """
}
