"""A second reader behind an endpoint that speaks as OpenAI's does: the only place from which texts leave the machine.

    endpoint    one question over HTTP: a time and a size that it may take, and no word of the key in any message
    patience    asking again where that may help, and for an answer in JSON
    question    what is sent: an article, its statements and the codebook, as messages
    places      quoted words to places in the text, or a reason why not
    answer      an answer to statements and codes, each part checked, what is refused counted by its reason

Nothing is imported here, so that `onrecord --help` stays quick.
"""
