"""A small debate: its lists, and one report."""

LISTS = {
    "debate.toml": """
name = "The Sund crossing"
question = "Should the strait be bridged for cars?"
country = "Vesterland"
part = "train"
[[outlet]]
name = "The Sund Courier"
names = ["the Courier"]
kind = "broadsheet"
country = "Vesterland"
style = "British spelling"
[[outlet]]
name = "The Harbour Post"
names = ["the Harbour Post"]
kind = "tabloid"
country = "Vesterland"
style = "puns"
""",
    "actors.toml": """
[[actor]]
name = "Mara Quell"
type = "person"
names = ["Quell"]
[[actor]]
name = "Ilse Dorn"
type = "person"
names = ["Dorn"]
""",
    "codebook.toml": """
[[concept]]
id = "build"
label = "The bridge should be built"
definition = "A bridge for cars over the strait."
for = "Build it."
against = "Leave the strait alone."
""",
}
FACTS = 'outlet = "The Sund Courier"\npublished = "2031-03-04"\nspelling = "British"\n'
TEXT = """@heading {1.source|Quell}{1.cue|:} {1|‘We will not wait’}

{2.source|Transport minister Mara Quell} {2.cue|told} the Harbour Post on Monday {2|that the bridge would be built “with or without” the {not.title|Sund Compact}}.

{3|“Never,”} {3.source|an aide} {3.cue|said}, {3|“and nowhere.”}

{4.source|Dorn} {4.cue|said} {4|{5.source|Quell} {5.cue|had promised} {5|a ferry}}.
"""  # noqa: E501 - a block of a report is one line
LINES = """
1 = { kind = "direct", act = "speech", speaker = "Mara Quell", said_on = "2031-03-03" }
2 = { kind = "mixed", act = "speech", speaker = "Mara Quell", role = "transport minister", via = ["The Harbour Post"], said_on = "2031-03-03", codes = { build = "agree" } }
3 = { kind = "direct", act = "speech", unnamed = "an aide" }
4 = { kind = "indirect", act = "speech", speaker = "Ilse Dorn", disagrees = ["Mara Quell"] }
5 = { kind = "indirect", act = "speech", speaker = "Mara Quell" }
"""  # noqa: E501
