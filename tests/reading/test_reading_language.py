"""Which language an article is in."""

import pytest

from onrecord.reading.language import language_of

ENGLISH = "The minister said that the talks had failed and that nobody was to blame for it but the weather. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH * 3, "en"),
        ("The talks have failed.", "en"),
        (
            "Le ministre a déclaré que les négociations avaient échoué et que personne n'en était responsable.",
            "fr",
        ),
        ("Der Minister sagte, die Gespräche seien gescheitert, und niemand trage daran die Schuld.", "de"),
        (
            "De minister zei dat de gesprekken in de hoofdstad waren mislukt en dat niemand de schuld had.",
            "nl",
        ),
        ("Министр сказал, что переговоры провалились и что никто в этом не виноват.", "ru"),
        ("... 123", None),
    ],
)
def test_the_language_of_a_text(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_quotations_and_names_in_another_language_do_not_flip_an_english_article() -> None:
    text = f"{ENGLISH}«Nous ne céderons jamais», he told Süddeutsche Zeitung, «jamais». {ENGLISH}Gëzim Đurić agreed."
    assert language_of(text) == "en"
