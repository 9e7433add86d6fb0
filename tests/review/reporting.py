"""Reports in which as many people say something as wanted."""

from building import article, statement

from onrecord.model import Reading


def report(name: str, statements: int, **facts: object) -> Reading:
    """A report of so many statements, the first the surest, each of other words than those of other names."""
    sentences = [f"Officer {name}{n} said that the pier {name}{n} would hold." for n in range(statements)]
    whole = article(f"The piers of {name}\n\n" + "\n\n".join(sentences) + "\n", doc=f"{name}.txt", **facts)
    found = tuple(
        statement(
            whole,
            f"that the pier {name}{n} would hold",
            cue="said",
            source=f"Officer {name}{n}",
            kind="indirect" if n % 2 else "direct",
            confidence=0.9 - n / 100,
        )
        for n in range(statements)
    )
    return Reading(article=whole, statements=found)
