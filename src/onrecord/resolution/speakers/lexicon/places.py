"""Countries and continents, and what comes from them."""

COUNTRIES = frozenset(
    {
        *"""
        afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan
        bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia botswana
        brazil brunei bulgaria burundi cambodia cameroon canada chad chile china colombia comoros
        congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt eritrea estonia
        eswatini ethiopia fiji finland france gabon gambia germany ghana greece grenada guatemala
        guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
        jamaica japan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho
        liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali
        malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique
        myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau
        palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa
        senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden
        switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey türkiye
        turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam yemen zambia
        zimbabwe britain england scotland wales america europe africa asia oceania antarctica crimea
        gaza greenland tibet catalonia bavaria kurdistan u.s u.k usa uk uae u.s. u.k. us drc
        """.split(),
        "united states", "united kingdom", "united arab emirates", "saudi arabia", "south africa", "south korea",
        "north korea", "new zealand", "costa rica", "el salvador", "sri lanka", "papua new guinea", "south sudan",
        "sierra leone", "ivory coast", "burkina faso", "northern ireland", "czech republic", "dominican republic",
        "hong kong", "puerto rico", "cape verde", "east timor", "north macedonia", "san marino", "trinidad and tobago",
        "middle east", "european union", "latin america", "north america", "south america", "soviet union", "west bank",
    }
)  # fmt: skip

REGIONS = frozenset(
    name.strip()
    for name in """
    alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,
    idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,
    michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,
    new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,
    rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,west virginia,
    wisconsin,wyoming,puerto rico,ontario,quebec,british columbia,alberta,manitoba,nova scotia,
    new brunswick,saskatchewan,yukon,nunavut,queensland,new south wales,tasmania,
    western australia,south australia,ulster,cornwall,yorkshire,new york city,los angeles,
    san francisco,san diego,las vegas,new orleans,chicago,boston,philadelphia,detroit,atlanta,
    seattle,miami,dallas,houston,toronto,montreal,vancouver,sydney,melbourne,brisbane,perth,
    auckland,wellington,dublin,belfast,edinburgh,glasgow,cardiff,manchester,liverpool,
    birmingham,leeds,munich,hamburg,frankfurt,cologne,milan,naples,turin,barcelona,valencia,
    seville,marseille,lyon,geneva,zurich,amsterdam,rotterdam,antwerp,the hague,st petersburg,
    istanbul,dubai,abu dhabi,mumbai,kolkata,bangalore,chennai,karachi,lahore,dhaka,colombo,
    kathmandu,shanghai,guangzhou,shenzhen,wuhan,osaka,kyoto,jakarta,kuala lumpur,bangkok,
    ho chi minh city,rio de janeiro,sao paulo,são paulo,buenos aires,santiago,bogotá,bogota,
    lima,quito,caracas,havana,mexico city,cape town,johannesburg,pretoria,durban,nairobi,
    lagos,abuja,accra,addis ababa,kampala,dar es salaam,casablanca,algiers,tunis,tripoli,
    khartoum,beirut,amman,aleppo,mosul,basra,kandahar,kharkiv,odesa,odessa,lviv,donetsk,
    luhansk,mariupol,xinjiang,kashmir,punjab,siberia,chechnya,west bank,east jerusalem,
    hong kong,macau,long island,manhattan,brooklyn,queens,the bronx,silicon valley,rust belt,
    midwest
    """.split(",")
)
"""States, provinces and large cities."""

DEMONYMS = frozenset(
    """
        afghan african albanian algerian american arab argentine argentinian armenian asian
        australian austrian azerbaijani azeri bahraini bangladeshi basque belarusian belgian bengali
        bolivian bosnian brazilian british bulgarian burmese cambodian cameroonian canadian catalan
        chechen chilean chinese colombian congolese croatian cuban cypriot czech danish dutch
        ecuadorian egyptian emirati english eritrean estonian ethiopian european filipino finnish
        flemish french german ghanaian greek guatemalan haitian hungarian icelandic indian
        indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jewish jordanian
        kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz lao latin latvian lebanese liberian
        libyan lithuanian macedonian malaysian malian maltese mexican moldovan mongolian montenegrin
        moroccan mozambican muslim namibian nepalese nepali nicaraguan nigerian norwegian omani
        pakistani palestinian panamanian paraguayan persian peruvian polish portuguese qatari
        romanian russian rwandan saudi scottish senegalese serbian singaporean slovak slovenian
        somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian
        turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh western yemeni
        zambian zimbabwean christian catholic protestant sunni shia shiite orthodox republican
        democratic democrat conservative labour liberal tory
        """.split()
)

PEOPLES = frozenset(
    """
        swede dane finn pole spaniard frenchman frenchwoman dutchman dutchwoman englishman englishwoman irishman
        irishwoman welshman welshwoman scot briton brit turk serb croat slovene slovak czech kurd uzbek tajik kazakh
        german italian norwegian icelander netherlander belgian austrian hungarian romanian bulgarian russian ukrainian
        greek albanian bosnian american canadian mexican brazilian argentine argentinian chilean colombian peruvian
        venezuelan uruguayan ecuadorian jamaican cuban israeli iranian iraqi syrian jordanian egyptian moroccan
        tunisian algerian nigerian ghanaian kenyan ugandan ethiopian zimbabwean zambian cameroonian ivorian
        indian pakistani filipino indonesian malaysian thai korean kiwi aussie republican democrat conservative
    """.split()
)
"""What one person may be called after a country or a party: "the Swede"."""

PLACE_HEADS = frozenset(
    """
        street road avenue square bridge river lake sea ocean bay gulf strait island islands isle
        isles mountain mountains mount valley hill hills forest coast cape peninsula desert city
        town village county province district region state republic kingdom airport station park
        plaza beach harbour harbor quay canal dam highway
        """.split()
)
