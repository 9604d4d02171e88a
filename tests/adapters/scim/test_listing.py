"""A list that moves under our feet is not taken for a whole one."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from adoptlog_adapters.scim.listing import Listing


def read(people: list[str], size: int, change: Callable[[list[str]], None], after: int) -> tuple[set[str], Listing]:
    """Who was seen in a list of which so many are told at once, and which changes after a page."""

    def ask(first: int) -> Any:
        return SimpleNamespace(users=[{"id": one} for one in people[first - 1 :][:size]], total=len(people))

    def pages() -> Iterator[list[Any]]:
        for number, page in enumerate(listing.pages(), 1):
            yield page
            if number == after:
                change(people)

    listing = Listing(ask)
    return {user["id"] for page in pages() for user in page}, listing


@given(st.integers(0, 12), st.integers(1, 13))
def test_a_list_that_stands_still_is_whole_and_everybody_is_seen(people: int, size: int) -> None:
    names = [f"p{one:02}" for one in range(people)]

    seen, listing = read(list(names), size, lambda people: None, 1)

    assert seen == set(names)
    assert listing.whole


@given(st.data())
def test_whoever_stays_is_seen_or_the_list_is_not_whole(data: st.DataObject) -> None:
    names = [f"p{one:02}" for one in range(data.draw(st.integers(2, 12)))]
    gone = data.draw(st.sampled_from(names))
    place = data.draw(st.integers(0, len(names) - 1))

    def change(people: list[str]) -> None:
        people.remove(gone)
        people.insert(place, "new")

    seen, listing = read(list(names), data.draw(st.integers(2, 12)), change, data.draw(st.integers(1, 4)))

    assert seen >= set(names) - {gone} or not listing.whole


def test_a_service_that_does_not_understand_the_index_comes_to_an_end() -> None:
    listing = Listing(lambda first: SimpleNamespace(users=[{"id": "a"}, {"id": "b"}], total=9))

    assert sum(len(page) for page in listing.pages()) == 2
    assert not listing.whole
