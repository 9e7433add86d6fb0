"""What people are called by: titles before a name, roles, and words for people without a name."""

MALE_TITLES = frozenset(
    """
        mr sir lord mister señor senor monsieur herr brother father uncle grandpa king prince baron
        count duke
        """.split()
)
FEMALE_TITLES = frozenset(
    """
        ms mrs miss mx dame lady señora senora señorita madame frau sister mother auntie aunty aunt
        granny queen princess baroness duchess madam
        """.split()
) - {"mx"}
OTHER_TITLES = frozenset(
    """
        dr prof professor rev reverend hon gen sen rep gov lt col capt sgt cpl maj cmdr adm mx
        doctor judge justice rabbi imam sheikh bishop archbishop cardinal pope captain colonel
        general major sergeant lieutenant commander admiral corporal inspector superintendent
        constable detective officer private chief comrade councillor councilor cllr alderman senator
        congressman congresswoman congressperson representative ambassador attorney coach fr sr br
        maestro maître maitre mgr msgr chef esq pastor deacon canon emperor sultan emir ayatollah
        mullah counsellor delegate
        """.split()
)
HONORIFICS = MALE_TITLES | FEMALE_TITLES | OTHER_TITLES
TITLES_OF_RANK = frozenset("sir dame lord lady baron baroness".split())
COMMON_TITLES = frozenset("mr mrs ms miss".split())
"""Of the two kinds nobody has both at a time."""

MALE_ROLES = frozenset(
    """
        spokesman chairman businessman congressman fisherman councilman clergyman policeman salesman
        statesman foreman alderman cameraman doorman fireman postman husband father dad son brother
        uncle nephew grandfather grandson king prince man boy gentleman guy bloke lad widower monk
        priest waiter actor policeman congressman assemblyman craftsman lineman milkman ombudsman
        sportsman tribesman layman frontman landlord godfather stepfather fiancé
        """.split()
)
FEMALE_ROLES = frozenset(
    """
        spokeswoman chairwoman businesswoman congresswoman councilwoman policewoman saleswoman
        stateswoman forewoman wife mother mum mom daughter sister aunt niece grandmother
        granddaughter grandniece queen princess woman girl lady widow nun actress waitress hostess
        heiress landlady godmother stepmother fiancée assemblywoman midwife seamstress housewife
        fisherwoman sportswoman
        """.split()
)

_OFFICES = frozenset(
    """
        minister secretary president premier chancellor mayor governor senator deputy commissioner
        councillor councilor councilmember mp msp mep td mla congressmember lawmaker legislator
        speaker whip leader chief chair chairperson head director manager executive ceo cfo coo cto
        founder cofounder co-founder owner boss spokesperson spokesman spokeswoman secretary-general
        ambassador envoy diplomat delegate representative negotiator official officer inspector
        auditor ombudsman ombudswoman registrar treasurer comptroller clerk administrator
        coordinator co-ordinator organiser organizer convener convenor adviser advisor aide
        strategist consultant analyst economist researcher scientist professor lecturer scholar
        historian sociologist psychologist biologist ecologist geologist physicist chemist engineer
        architect planner surveyor statistician epidemiologist virologist pollster lawyer attorney
        barrister solicitor counsel prosecutor judge justice magistrate sheriff constable detective
        sergeant captain major colonel general lieutenant commander admiral marshal brigadier doctor
        surgeon nurse physician psychiatrist paediatrician pediatrician cardiologist dentist
        pharmacist vet midwife therapist teacher headteacher headmaster headmistress principal
        rector dean provost student pupil graduate activist campaigner protester organizer unionist
        shop-steward steward member chairman chairwoman candidate nominee incumbent challenger
        author writer novelist poet playwright journalist reporter correspondent editor columnist
        presenter host anchor broadcaster blogger photographer producer filmmaker artist painter
        sculptor musician singer songwriter composer conductor actor actress comedian dancer
        designer curator librarian archivist publisher bishop archbishop cardinal pope priest pastor
        vicar rabbi imam monk nun deacon chaplain coach trainer player footballer striker goalkeeper
        midfielder defender athlete runner swimmer cyclist captain referee agent farmer fisherman
        skipper trader shopkeeper butcher baker brewer builder plumber electrician carpenter
        mechanic driver pilot sailor docker crew crewman miner welder worker operator supervisor
        foreman partner shareholder investor banker broker landlord landlady tenant resident
        neighbour neighbor householder homeowner commuter passenger witness survivor victim suspect
        defendant plaintiff claimant pensioner veteran soldier officer guard warden ranger hunter
        keeper forester guide innkeeper hotelier waiter chef cook widow widower father mother
        husband wife son daughter brother sister uncle aunt niece nephew cousin grandson
        granddaughter grandfather grandmother friend colleague predecessor successor rival opponent
        ally deputy-head vice-president vice-chairman vice-chair vice-chancellor king queen prince
        princess emperor sultan chieftain regent expert specialist fellow postdoc theologian
        philosopher critic commentator pundit observer insider source whistleblower leaker
        campaign-manager congressman congresswoman alderman assemblyman assemblywoman frontbencher
        backbencher minister-president taoiseach tánaiste undersecretary ex-president ex-minister
        ex-mayor ex-chief rapporteur mediator arbitrator notary bailiff harbourmaster harbormaster
        postmaster stationmaster quartermaster beekeeper gamekeeper shepherd herder rancher grower
        winemaker vintner superintendent custodian caretaker janitor receptionist accountant
        bookkeeper programmer developer coder chancellor-designate attorney-general governor-general
        solicitor-general auditor-general director-general ringleader founder-member patron trustee
        governor elder deacon sexton mentor heir heiress tycoon magnate entrepreneur inventor dealer
        merchant importer exporter supplier vendor stallholder toolmaker clockmaker parliamentarian
        attache attaché consul anthropologist archaeologist astronomer botanist criminologist
        dermatologist geneticist geographer hydrologist immunologist linguist meteorologist
        microbiologist neurologist neuroscientist nutritionist oceanographer oncologist
        ornithologist paleontologist palaeontologist pathologist physiologist radiologist
        seismologist toxicologist urologist veterinarian volcanologist zoologist academic commandant
        winger quarterback batsman bowler cricketer golfer boxer sprinter jockey umpire demonstrator
        bartender barista astronaut cosmonaut hacker rapper pianist violinist guitarist drummer
        choreographer vlogger youtuber influencer cleric villager paramedic firefighter regulator
        informant conservationist environmentalist climatologist astrophysicist mathematician
        screenwriter frontrunner front-runner gaffer peer
        """.split()
)
ROLES = _OFFICES | MALE_ROLES | FEMALE_ROLES
"""What a person can be, in one word: the head of a role."""

RELATIONS = frozenset(
    """
        father mother husband wife son daughter brother sister uncle aunt niece nephew cousin grandson granddaughter
        grandfather grandmother widow widower friend neighbour neighbor colleague rival opponent ally predecessor
        successor dad mum mom pal twin fiancé fiancée
        """.split()
)
"""Words that say whose somebody is, and not what."""

ROLE_MODIFIERS = frozenset(
    "former acting deputy vice interim ex then-acting outgoing incoming late emeritus designate".split()
)

PEOPLE = frozenset(
    """
        person people man men woman women boy girl child children kid youth teenager guy lad bloke
        gentleman lady voice mother father reader caller guest visitor viewer listener customer
        client patient passer-by onlooker bystander insider source sources crowd mum mom dad pal
        relative parent grandparent twin couple family
        """.split()
)

EPITHETS = frozenset("star superstar youngster".split())
"""Words that say as little as a pronoun who somebody is, where a name stands before."""

ANYBODY = frozenset("somebody someone anybody anyone everybody everyone nobody".split())
"""Words for people without a name: who is named behind them ("somebody in the West Stand") is not who spoke."""
