"""The tree is RFC 6962's, as pymerkle builds it; differences are named whatever was done; texts are read strictly."""

import hashlib
from uuid import UUID

import pymerkle
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from adoptlog import Unusable
from adoptlog.seal import leaf, note, tree
from adoptlog.seal.differences import differences

SIZES = (1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 100)


def leaves(number: int) -> list[bytes]:
    return [tree.leaf_hash(str(place).encode()) for place in range(number)]


def oracle(number: int) -> pymerkle.InmemoryTree:
    """The same leaves in pymerkle's tree."""
    built = pymerkle.InmemoryTree(algorithm="sha256")
    for place in range(number):
        built.append_entry(str(place).encode())
    return built


def oracle_root(built: pymerkle.InmemoryTree, size: int) -> bytes:
    get = getattr(built, "get_root", None) or built.get_state
    found: bytes = get(size)
    return found


@pytest.mark.parametrize("size", SIZES)
def test_the_root_is_pymerkles(size: int) -> None:
    hashes, frontier = leaves(size), tree.Frontier()
    for hash_ in hashes[:-1]:
        frontier.add(hash_)

    expected = oracle_root(oracle(size), size)

    assert tree.root(hashes) == frontier.root(hashes[-1]) == expected


@pytest.mark.parametrize("size", SIZES)
def test_a_tree_built_in_parts_is_the_same_tree(size: int) -> None:
    hashes, part = leaves(size), 4
    roots = [tree.root(hashes[start : start + part]) for start in range(0, size, part)]

    assert tree.root(roots) == tree.root(hashes)


@pytest.mark.parametrize("size", SIZES)
def test_pymerkle_confirms_every_path(size: int) -> None:
    hashes, built = leaves(size), oracle(size)
    for index in range(size):
        steps = tree.path(index, hashes)
        theirs = built.prove_inclusion(index + 1, size)

        assert steps == [bytes.fromhex(step) for step in theirs.serialize()["path"]][1:]
        assert tree.root_from_path(hashes[index], index, size, steps) == oracle_root(built, size)


@given(size=st.integers(1, 40), data=st.data())
def test_a_path_leads_to_the_root_from_its_own_place_only(size: int, data: st.DataObject) -> None:
    hashes = leaves(size)
    index, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size))
    steps = tree.path(index, hashes)

    reached = tree.root_from_path(hashes[index], other, size, steps)

    assert (reached == tree.root(hashes)) == (other == index)


PRINTS = st.lists(st.integers(0, 30), unique=True, max_size=14)


def as_prints(numbers: list[int]) -> list[bytes]:
    return [hashlib.sha256(bytes([number])).digest()[:8] for number in numbers]


@given(sealed=PRINTS, added=st.lists(st.integers(100, 120), unique=True, max_size=4))
def test_what_comes_after_the_sealed_events_is_new(sealed: list[int], added: list[int]) -> None:
    assert differences(as_prints(sealed), as_prints(sealed + added)) == []


@settings(max_examples=300)
@given(sealed=PRINTS, now=PRINTS)
def test_every_sealed_event_is_kept_or_named(sealed: list[int], now: list[int]) -> None:
    found = differences(as_prints(sealed), as_prints(now))

    gone = {d.sealed for d in found if d.kind in ("changed", "removed")}
    assert gone == {place for place, number in enumerate(sealed) if number not in now}
    for one in found:
        if one.kind == "moved":
            assert sealed[one.sealed] == now[one.now]  # type: ignore[index]
    kept = [now.index(number) for place, number in enumerate(sealed) if number in now and place not in _moved(found)]
    assert kept == sorted(kept)


def _moved(found: list) -> set:  # type: ignore[type-arg]
    return {one.sealed for one in found if one.kind == "moved"}


@given(sealed=PRINTS.filter(len), data=st.data())
def test_one_removed_event_is_that_event(sealed: list[int], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sealed) - 1))
    now = sealed[:place] + sealed[place + 1 :]

    assert [(d.kind, d.sealed) for d in differences(as_prints(sealed), as_prints(now))] == [("removed", place)]


@given(
    st.integers(0, 2**57),
    st.uuids(),
    st.integers(0, 2**32 - 1),
    st.text(max_size=20),
    st.binary(max_size=40),
)
def test_a_leaf_is_read_as_it_was_framed(known: int, stream: UUID, version: int, topic: str, state: bytes) -> None:
    event = leaf.Leaf(known, stream.hex, version, topic, state)

    assert leaf.read(leaf.framed(*event)) == event


@given(st.binary(max_size=80))
def test_what_is_no_leaf_is_refused(data: bytes) -> None:
    with pytest.raises(Unusable):
        leaf.read(data)


GOOD = note.Note(origin="example.com/log", size=7, root=bytes(32)).text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        GOOD.replace("\n7\n", "\n07\n"),
        GOOD.replace("\n7\n", "\n-7\n"),
        GOOD.replace("AA=", "A="),
        GOOD[:-1],
        GOOD + "— example.com/log !\n",
        GOOD + "- example.com/log AAAAAAAA\n",
        GOOD.replace("\n", "\r\n"),
        GOOD * 60,
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Unusable, match="not a checkpoint"):
        note.read(text)


def test_a_signature_of_others_is_ignored_and_a_wrong_one_of_ours_is_not() -> None:
    ours, others = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    made = note.signed(note.read(GOOD), ours)

    assert note.vouched(note.read(made.text), [ours.public_key()])
    assert not note.vouched(note.read(made.text), [others.public_key()])
    with pytest.raises(Unusable, match="does not fit"):
        note.vouched(note.read(made.text.replace("\n7\n", "\n8\n")), [ours.public_key()])


def test_the_verifier_key_of_the_specification() -> None:
    """The example of c2sp.org/signed-note's Go implementation: the id follows from name and key."""
    from adoptlog.seal.keys import public_key

    line = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

    assert note.verifier_key("PeterNeumann", public_key(line)) == line
