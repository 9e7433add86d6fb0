"""The training ring: what ships is what was trained, and a seed decides what is trained (needs the extra [train])."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytestmark = pytest.mark.training

from tokenizers import Tokenizer  # noqa: E402 - after the check that the extra is installed

from onrecord.encoder.folder import SHIPPED  # noqa: E402
from onrecord.encoder.labels import (  # noqa: E402
    CONTENT,
    CUE,
    INNER,
    LABELS,
    LEVELS,
    OUTER,
    SOURCE,
    begin,
)
from onrecord.encoder.linker import Linker as RuntimeLinker  # noqa: E402
from onrecord.encoder.linker import distance_buckets, distance_ranks, gaps  # noqa: E402
from onrecord.encoder.reader import Encoder as RuntimeEncoder  # noqa: E402
from onrecord.extraction.confidence import probability  # noqa: E402
from onrecord.model import ACTS, NAME_KINDS, Span  # noqa: E402
from training import calibrate, export, polnear  # noqa: E402
from training.examples import Example, make  # noqa: E402
from training.fit import Plan, fit  # noqa: E402
from training.naming import fit_names  # noqa: E402
from training.network import Encoder, Reader  # noqa: E402
from training.parity import read_back  # noqa: E402
from training.restore import restored  # noqa: E402

TEXT = "Envoy Mara Lind said the lake “belongs to nobody”.\nAccording to Oller, the talks failed.\n" * 4
EXAMPLES = Path(__file__).parents[2] / "examples"


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def tokenizer() -> Tokenizer:
    loaded = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def example() -> Example:
    rows = (
        polnear.Attribution(
            source=(span("Envoy Mara Lind"),),
            cue=(span("said"),),
            content=(span("the lake “belongs to nobody”"),),
        ),
        polnear.Attribution(
            source=(span("Oller"),), cue=(span("According to"),), content=(span("the talks failed"),)
        ),
    )
    return make(polnear.Annotated(name="made.txt", text=TEXT, attributions=rows, weight=1.0), tokenizer())


def small_reader() -> "Reader":
    torch.manual_seed(7)
    return Reader()


def test_an_example_s_links_follow_the_annotation() -> None:
    made = example()
    roles = [segment.role for segment in made.segments]
    assert roles == [SOURCE, CUE, CONTENT, SOURCE, CUE, CONTENT]
    assert made.cues_of[5] == {4}
    assert made.sources_of[4] == {3}


def named_example() -> Example:
    names = ((span("Mara Lind"), "person"), (span("Oller"), "person"))
    article = polnear.Annotated(
        name="made.txt", text=TEXT, attributions=(), weight=1.0, stated=False, names=names
    )
    return make(article, tokenizer())


def test_where_nobody_marked_statements_names_alone_are_learned() -> None:
    made = named_example()
    assert (made.labels == -100).all()
    of_words = made.names[made.pieces.first]
    person = 2 * NAME_KINDS.index("person")
    assert sorted(of_words[of_words > 0]) == [person + 1, person + 1, person + 2]
    assert (example().names == -100).all()


def test_the_layer_for_names_can_be_fitted_alone() -> None:
    reader, made = small_reader(), named_example()
    before = {name: value.clone() for name, value in reader.state_dict().items()}
    fit_names(reader, [made], seed=1, rate=0.1)
    after = reader.state_dict()
    changed = {name for name in before if not torch.equal(before[name], after[name])}
    assert changed == {"encoder.tag.weight", "encoder.tag.bias"}
    rest = len(LEVELS) * len(LABELS)
    assert torch.equal(before["encoder.tag.weight"][:rest], after["encoder.tag.weight"][:rest])
    with torch.no_grad():
        scores, _ = run_torch(reader.encoder, made.pieces.ids, made.pieces.signs)
    marked = made.names >= 0
    assert (scores[marked, rest:].argmax(1) == made.names[marked]).mean() > 0.9


def test_standoff_files_are_read_with_their_discontinuous_spans(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text("“Go,” she said, “now.”", encoding="utf-8")
    (tmp_path / "attributions" / "a_x.ann").write_text(
        "T1\tSource 6 9\tshe\nT2\tCue 10 14\tsaid\nT3\tContent 0 5;16 22\twords\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n",
        encoding="utf-8",
    )
    (article,) = polnear.load(tmp_path, every_annotator=True)
    (row,) = article.attributions
    assert row.content == (Span(0, 5), Span(16, 22))
    assert row.source == (Span(6, 9),)


def test_training_from_one_seed_gives_one_model() -> None:
    plan = Plan(epochs=1, batch=1, warm_up=0.5)
    first, second = (fit(small_reader(), [example()], plan, lambda *_: None) for _ in range(2))
    for ours, theirs in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(ours, theirs)


def test_the_graph_in_32_bits_computes_what_torch_computes(tmp_path: Path) -> None:
    reader = small_reader().eval()
    export.write(reader, SHIPPED / "tokenizer.json", tmp_path, name="test", int8=False)
    runtime = RuntimeEncoder.load(tmp_path)
    encoded = runtime.encode(TEXT, [Span(0, len(TEXT))])
    with torch.no_grad():
        scores, states = run_torch(reader.encoder, encoded.pieces.ids, encoded.pieces.signs)
    assert np.abs(encoded.states[0] - states).max() < 2e-2  # the graph's gelu is the tanh form
    ours = torch.log_softmax(by_level(scores[encoded.pieces.first]), 2).numpy()
    assert np.abs(encoded.log_probabilities - ours).max() < 2e-2


def test_the_shipped_model_tags_as_its_weights_do_in_torch() -> None:
    """8-bit activations against 32-bit ones, on the examples: hardly a word may change its label."""
    runtime, whole = RuntimeEncoder.load(), read_back(SHIPPED / "encoder.onnx")
    same = total = 0
    for path in sorted(EXAMPLES.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")[:1200]
        encoded = runtime.encode(text, [Span(0, len(text))])
        if len(encoded.windows) != 1:
            continue
        with torch.no_grad():
            scores, _ = run_torch(whole, encoded.pieces.ids, encoded.pieces.signs)
        labels = by_level(scores[encoded.pieces.first]).argmax(2).numpy()
        same += int((labels == encoded.log_probabilities.argmax(2)).sum())
        total += labels.size
    assert total > 300
    assert same / total > 0.97


def test_a_whole_model_is_read_back(tmp_path: Path) -> None:
    """What is read back and written again is the same file: nothing is lost a second time."""
    before = restored(SHIPPED)
    export.write(before.eval(), SHIPPED / "tokenizer.json", tmp_path, name="test")
    after = restored(tmp_path)
    for name, value in after.encoder.state_dict().items():
        assert torch.allclose(value, before.encoder.state_dict()[name], atol=1e-6), name
    for name, value in after.linker.state_dict().items():
        assert torch.equal(value, before.linker.state_dict()[name]), name


def test_what_is_no_model_is_not_read_back(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"encoder\.onnx"):
        restored(tmp_path)


def by_level(scores: np.ndarray) -> "torch.Tensor":
    """Scores of words (w, 21) as the runtime has those of labels: (2, w, 7)."""
    return (
        torch.from_numpy(scores[:, : len(LEVELS) * len(LABELS)])
        .unflatten(1, (len(LEVELS), len(LABELS)))
        .transpose(0, 1)
    )


def test_the_linker_in_numpy_computes_what_torch_computes(tmp_path: Path) -> None:
    reader = small_reader().eval()
    export.write(reader, SHIPPED / "tokenizer.json", tmp_path, name="test", int8=False)
    runtime = RuntimeLinker.load(tmp_path / "linker.npz")
    states = np.random.default_rng(3).normal(size=(40, 384)).astype(np.float32)
    asking, asked = np.array([[3, 9], [20, 22]]), np.array([[1, 2], [11, 12], [30, 30]])
    gap = gaps(asking, asked)
    h = torch.from_numpy(states)
    with torch.no_grad():
        scores = reader.linker.scores(
            "content_cue",
            torch.cat([h[asking[:, 0]], h[asking[:, 1]]], 1),
            torch.cat([h[asked[:, 0]], h[asked[:, 1]]], 1),
            torch.from_numpy(distance_buckets(gap)),
            torch.from_numpy(distance_ranks(gap)),
        )
    ours = runtime.log_probabilities("content_cue", states, asking, asked)
    assert np.abs(ours - torch.log_softmax(scores, 1).numpy()).max() < 2e-2  # weights are stored in 16 bits


def test_the_act_of_a_cue_in_numpy_is_what_torch_computes(tmp_path: Path) -> None:
    reader = small_reader().eval()
    export.write(reader, SHIPPED / "tokenizer.json", tmp_path, name="test", int8=False)
    states = np.random.default_rng(4).normal(size=(20, 384)).astype(np.float32)
    cues = np.array([[2, 3], [11, 11]])
    h = torch.from_numpy(states)
    with torch.no_grad():
        ours = reader.linker.act(torch.cat([h[cues[:, 0]], h[cues[:, 1]]], 1)).numpy()
    assert np.abs(RuntimeLinker.load(tmp_path / "linker.npz").act_scores(states, cues) - ours).max() < 2e-2


def test_a_statement_inside_another_is_learned_on_the_inner_level_alone() -> None:
    inner = polnear.Attribution(
        source=(), cue=(span("belongs"),), content=(span("to nobody"),), level=INNER, act="attitude"
    )
    text = polnear.Annotated(name="made.txt", text=TEXT, attributions=(inner,), weight=1.0, ours=True)
    made = make(text, tokenizer())
    assert {int(label) for label in made.labels[OUTER] if label > 0} == set()
    assert {int(label) for label in made.labels[INNER] if label > 0} >= {begin(CUE), begin(CONTENT)}
    assert list(made.acts.values()) == [ACTS.index("attitude")]
    unmarked = make(replace(text, ours=False), tokenizer())
    assert set(unmarked.labels[INNER].tolist()) == {-100}


def test_calibration_finds_what_decides() -> None:
    rng = np.random.default_rng(0)
    doubts = rng.uniform(-3, 0, 400)
    right = rng.random(400) < 1 / (1 + np.exp(-(2 - 2 * np.sqrt(-doubts))))
    judged = [
        calibrate.Judged(doubts={"cue": float(d)}, right=bool(r), article=0)
        for d, r in zip(doubts, right, strict=True)
    ]
    weights = calibrate.fit(judged)
    assert 1.2 < weights["cue"] < 2.8
    said = np.array([probability(each.doubts, weights) for each in judged])
    assert calibrate.expected_error(said, right.astype(float)) < 0.06


def run_torch(encoder: "Encoder", ids: np.ndarray, signs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scores and states of one window, as the runtime gives them."""
    whole = torch.from_numpy(np.concatenate([[101], ids, [102]])[None])
    marks = torch.from_numpy(np.concatenate([[0], signs, [0]])[None])
    scores, states = encoder(whole, marks, torch.ones_like(whole))
    return scores[0, 1:-1].numpy(), states[0, 1:-1].numpy()
