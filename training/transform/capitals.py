"""Words that have a capital and name nobody: days, peoples, offices, the words that bodies' names are made of."""

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTHS = """January February March April May June July August September October November December Jan Feb
Aug Sept Oct Nov Dec"""
_PEOPLES = """American Americans British English French German Italian Spanish Russian Chinese Japanese
Indian Mexican Canadian European African Asian Arab Israeli Iranian Iraqi Syrian Turkish Polish Dutch Irish
Greek Cuban Hispanic Latino Latina Jewish Muslim Muslims Islamic Christian Christians Catholic Catholics
Protestant Hindu Sikh Mormon Evangelical Jews Latinos Hispanics Mexicans Russians Africans Europeans Islam
Korean Ukrainian Saudi Palestinian"""
_OFFICES = """President Vice Governor Senator Representative Congressman Congresswoman Mayor Secretary
Minister Prime Chairman Chairwoman Chair Speaker Justice Judge Attorney General Ambassador Director
Professor Doctor Reverend Pope Rabbi Bishop Cardinal King Queen Prince Princess Lord Lady Sir Captain
Colonel Lieutenant Sergeant Officer Chief Sheriff Commissioner Councilman Councilwoman Deputy Mr Mrs Ms Miss
Dr Gov Sen Rep Reps Sens Gen Lt Col Capt Sgt Rev Hon Prof Jr Sr Madam Leader Majority Minority Whip Former
First Acting Staff Editor Reporter Correspondent Analyst Strategist
Chancellor Actor Actress Author"""
_BODIES = """Senate House Congress White Capitol Supreme Court Department State States United Union Party
Republican Republicans Democrat Democrats Democratic Conservative Conservatives Liberal Liberals Labour
Green Libertarian National Nation Nations Committee Commission Council Convention Caucus Campaign
Administration Agency Bureau Office Ministry University College School Institute Institution Foundation
Association Federation Society Center Centre Bank Fund Company Corporation Corp Inc Group Press News Times
Post Journal Daily Radio Television Network Magazine Review Herald Tribune Gazette Street Avenue Road Square
Park Airport Hotel Hall Tower Hospital Church Army Navy Air Force Marine Marines Guard Police Security
Federal Reserve Treasury Defense Homeland Health Human Services Foreign Affairs Public Constitution
Amendment Act Bill Law Rights Civil International World War Cold Super Tuesday Day Election Internet City
County Town Village District Province Republic Kingdom Island Islands River Lake Mountain Mountains Valley
Bay Beach Coast Ocean Sea North South East West Northern Southern Eastern Western Central Middle New Saint
San Los Las Santa Fort Mount Great God Bible Christmas Easter Thanksgiving Veterans Business Research Policy
Power Oval Wall Main Order Project Alliance Coalition Board Trust Forum Conference Summit Agreement Treaty
Deal Plan Initiative Women Men People Americans Action PAC Education Energy Labor Commerce Service
Services Associates Team Independent Championship Capital Sources Time"""
_SMALL = """A An The This That These Those I We You He She It They My Our Your His Her Its Their And But Or
Nor So Yet If When While Where Why How What Who Whom Whose Which As At By For From In Into Of Off On Onto
Out Over To Under Up With Without About After Before Since Until During Between Among Against Not No Yes
Well Now Then There Here Also Even Just Only Still Some Many Most All Both Each Every Few Several One Two
Three Four Five Six Seven Eight Nine Ten Is Are Was Were Be Been Being Has Have Had Do Does Did Will Would
Can Could Should May Might Must Let Make Photo Image Watch Read Reporting Editing Related Video More Follow
Click Please Contact Via Copyright Like Unlike Despite According Asked Earlier Later Meanwhile Though
Although Because Once Again Instead Perhaps Such Another Any Other Others Today Yesterday Tomorrow Recently
Neither Either Whether Than Through Throughout Toward Across Behind Beyond Inside Outside Near Above Below
Along Around Besides Regarding Following Including Given Indeed Whatever Whoever Never Always Often
Sometimes Maybe Don Didn Isn Aren Wasn Weren Won Wouldn Couldn Shouldn Hasn Haven Hadn Ain Say Says Said
Thank Thanks Sure Hello Hey Oh Okay OK Mom Dad Internet Web Blog Email Speaking Told Asking Writing Citing
Noting Calling Saying Dear Born Based Amid Per Late Early Ever Everyone Everybody Someone Nobody Nothing
Something Anyone Good Bad Best Big Small Old Young First Second Third Last Next Least Less Lot Much Enough
Too Very Really Actually Basically Clearly"""
PARTICLES = frozenset("de da del della di dos du van von der den la le el al bin ibn ben".split())
KEPT = frozenset(" ".join((_DAYS, _MONTHS, _PEOPLES, _OFFICES, _BODIES, _SMALL)).split())
"""Words with a capital that are no names of people or places, or are parts of names that tell what they name."""
