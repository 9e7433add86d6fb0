"""What organisations, outlets and papers are called by."""

HEADS = frozenset(
    """
        ministry department government cabinet parliament senate congress assembly council
        commission committee board bureau office agency authority administration service secretariat
        treasury chamber court tribunal police force army navy ministry directorate inspectorate
        registry institute institution university college academy school faculty centre center
        laboratory lab observatory museum gallery theatre theater library hospital clinic trust
        foundation fund charity association federation confederation union league alliance coalition
        front movement party society club group network organisation organization company
        corporation corp inc ltd plc llc gmbh co holding holdings industries enterprises partners
        associates bank insurer insurance mutual exchange airline airlines airways lines railway
        railways port ports terminals shipping energy power electric gas oil mining steel motors
        systems technologies technology solutions analytics research consulting consultancy media
        press broadcasting television tv radio channel studios pictures records publishing church
        diocese synod mosque congregation cooperative co-operative cooperatives guild lodge order
        brigade regiment battalion command staff campaign committee caucus bloc house lords commons
        bundestag knesset duma diet storting taskforce services operations consortium syndicate cartel chain firm
        brewery mill works factory foundry shipyard yard fleet squad team fc united rovers barometer
        panel inquiry jury ombudsman watchdog regulator operator executive presidency chancellery
        embassy consulate delegation mission mandate un eu nato who imf opec treasury exchequer
        petitioners campaigners collective convention congress summit observatory monitor survey
        poll
        """.split()
)
"""What an organisation's name ends in, or has before its *of*; and what it is called for short."""

OUTLET_HEADS = frozenset(
    """
        post times courier herald gazette tribune journal chronicle telegraph guardian observer mail
        express mirror sun star standard independent examiner examiner's dispatch despatch echo
        argus bugle advertiser mercury record reporter review register sentinel ledger leader
        lantern news newspaper broadcasting tv television radio channel wire agency press bulletin
        monitor digest weekly daily magazine blog podcast broadcaster tabloid broadsheet paper
        correspondent messenger gazetteer intelligencer inquirer globe bild spiegel monde figaro
        politico breitbart huffpost reuters afp ap bbc cnn nbc abc cbs fox npr msnbc pbs bloomberg
        axios buzzfeed vox courant quarterly newsletter website programme show notebook beacon
        """.split()
)
"""What an outlet's name ends in."""

OUTLET_WORDS = frozenset(
    """
        paper newspaper daily weekly magazine agency broadcaster tabloid broadsheet website station
        outlet blog journal newsletter channel programme programme network programme editorial
        """.split()
)
"""What an outlet is called for short."""

DOCUMENTS = frozenset(
    """
        letter report study memo memorandum statement document documents paper note email e-mail
        post tweet message text leaflet brochure manual petition survey poll opinion judgment
        judgement ruling verdict bill act law resolution motion amendment manifesto book article
        draft plan review audit filing complaint affidavit indictment transcript minutes website
        page poster banner advert advertisement release communique communiqué research analysis
        slide chart film documentary submission commentary editorial column press-release figures
        data form contract agreement treaty protocol brief submission questionnaire lawsuit suit notice forecast
        presentation database
        """.split()
)

COLLECTIVES = frozenset(
    "office team camp side staff campaign lawyers aides administration entourage circle".split()
)
"""Words for those who speak on behalf of a person."""

METONYMS = frozenset(
    " ".join(name.split())
    for name in """
    white house, downing street, number 10, no 10, no. 10, kremlin, pentagon, capitol hill, wall
    street, whitehall, westminster, elysée, élysée, elysee, quai d'orsay, foggy bottom, langley,
    holyrood, stormont, city hall, fleet street, silicon valley, hollywood, vatican, holy see, blue
    house, number ten, mar-a-lago, brussels, washington, moscow, kyiv, kiev, beijing, london, paris,
    berlin, tehran, ankara, jerusalem, pyongyang, tokyo, delhi, new delhi, warsaw, rome, madrid,
    budapest, vienna, athens, lisbon, stockholm, oslo, copenhagen, helsinki, riga, vilnius, tallinn,
    minsk, belgrade, pristina, bucharest, sofia, baku, yerevan, tbilisi, cairo, riyadh, doha,
    damascus, baghdad, kabul, islamabad, seoul, taipei, canberra, ottawa, hanoi, manila
    """.split(",")
)
"""Places that stand for those who govern or work there."""

PLATFORMS = frozenset(
    tuple(name.split())
    for name in " ".join(
        """
        twitter, x, facebook, instagram, youtube, tiktok, telegram, whatsapp, snapchat, linkedin, reddit, twitch,
        github, truth social, bluesky, threads, mastodon, weibo, vkontakte, wechat, social media, substack, spotify,
        zoom, livestream, tv, television, radio, show, q&a
        """.split()
    ).split(",")
)
"""Where somebody speaks for themselves, by their folded names: no outlets through whom words come."""
