from pathlib import Path

import pytest

from onrecord.encoder.bearing import FILES, Bearing
from onrecord.errors import ModelError


def test_a_folder_that_lacks_a_file_says_which_and_how_to_make_it(tmp_path: Path):
    with pytest.raises(ModelError, match=r"pairs\.onnx.*python -m training\.stance"):
        Bearing.load(tmp_path)


@pytest.mark.parametrize("settings", ["no json", "{}", '{"format": 999, "name": "x", "weights": {}}', "[]"])
def test_settings_that_cannot_be_used_are_named(tmp_path: Path, settings: str):
    for name in FILES:
        (tmp_path / name).write_text(settings, encoding="utf-8")
    with pytest.raises(ModelError, match=r"model\.json"):
        Bearing.load(tmp_path)


def test_a_network_that_is_none_is_named(tmp_path: Path):
    for name in FILES:
        (tmp_path / name).write_text('{"format": 1, "name": "x", "weights": {}}', encoding="utf-8")
    with pytest.raises(ModelError, match=r"pairs\.onnx"):
        Bearing.load(tmp_path)
