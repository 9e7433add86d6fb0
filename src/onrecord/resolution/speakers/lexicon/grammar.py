"""The small words: pronouns, determiners, and those that begin sentences with a capital and are no names."""

MALE = frozenset("he him his himself".split())
FEMALE = frozenset("she her hers herself".split())
NEUTER = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
FIRST_ONE = frozenset("i me my mine myself".split())
FIRST_MANY = frozenset("we us our ours ourselves".split())
SECOND = frozenset("you your yours yourself yourselves".split())
RELATIVE = frozenset("who whom whose which that".split())
PRONOUNS = MALE | FEMALE | NEUTER | PLURAL | FIRST_ONE | FIRST_MANY | SECOND | RELATIVE

ARTICLES = frozenset("the a an".split())
DEFINITE = frozenset("the this that these those".split())
POSSESSIVE = frozenset("his her its their my our your whose".split())
DETERMINERS = ARTICLES | DEFINITE | POSSESSIVE | frozenset("another some any no every each both".split())

NUMBERS = frozenset(
    """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
        hundred thousand million dozens hundreds thousands scores half most many several few some
        all none others both neither either
        """.split()
)

PREPOSITIONS = frozenset(
    """
        about above across after against along amid among around as at before behind below beneath
        beside besides between beyond by despite during except for from in inside into like near of
        off on onto outside over past per since than through throughout to toward towards under
        unlike until up upon via with within without
        """.split()
)

PLACING = frozenset("in at near from around across outside inside throughout into".split())

STARTERS = (
    PRONOUNS
    | DETERMINERS
    | PREPOSITIONS
    | NUMBERS
    | frozenset(
        """
        and but or nor so yet if then when while where why how what whatever whoever whether because
        although though once there here not never no yes also even just only still now later earlier
        soon today yesterday tomorrow tonight meanwhile however instead indeed perhaps maybe asked
        according such other another again nobody somebody everybody nothing something everything
        anybody anything everyone someone anyone none more less least much next last first second
        third finally eventually recently currently previously let is are was were be been being has
        have had do does did will would can could may might must shall should go get see look take
        make give said says adding added speaking told well oh ok okay please sorry thank thanks
        dear good great new old big small long short high low right left same different whether
        neither ever rather quite very too almost nearly about too under over out away back down ago
        read more follow share subscribe photo photograph picture image video exclusive breaking
        update updated opinion comment analysis news sport business home world culture letters
        editorial interview q a because unless despite since whose whom which thus hence therefore
        moreover furthermore otherwise asking answering arguing calling citing claiming noting
        pointing quoting saying turning writing born based backed given seen made taken set put left
        called known
        """.split()
    )
)
"""Words that stand with a capital at the head of a sentence and name nobody."""

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    """
        january february march april may june july august september october november december jan
        feb mar apr jun jul aug sep sept oct nov dec
        """.split()
)
CALENDAR = WEEKDAYS | MONTHS | frozenset("christmas easter ramadan".split())
PARTICLES = frozenset(
    """
        de da del della di du dos das do van von der den des la le les lo el al bin bint ibn ben ter
        ten te ap af av zu zur y e i í á à úr av fan tot op abu umm bar bat mhic na und und't d' st
        ní ni mac ó ua nic op 't
        """.split()
)
"""Words that stand in lower case between the parts of a name."""
