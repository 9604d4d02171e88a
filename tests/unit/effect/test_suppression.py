"""Laws of suppression: what may be shown of groups, so that nothing of a small one can be found out."""

from hypothesis import given
from hypothesis import strategies as st

from adoptlog.effect.suppression import hidden, total_hidden

SIZES = st.dictionaries(st.text(max_size=3), st.integers(0, 30), max_size=8)
SMALLEST = st.integers(1, 10)


@given(SIZES, SMALLEST)
def test_no_small_group_is_shown(sizes, smallest):
    shown = sizes.keys() - hidden(sizes, smallest)

    assert all(sizes[group] == 0 or sizes[group] >= smallest for group in shown)


@given(SIZES, SMALLEST)
def test_what_is_left_of_the_total_is_nobody_or_not_small(sizes, smallest):
    """Subtracting all groups shown from the total leaves those hidden, together and never apart."""
    rest = sum(sizes[group] for group in hidden(sizes, smallest))

    assert rest == 0 or rest >= smallest or rest == sum(sizes.values())


@given(SIZES, SMALLEST)
def test_no_hidden_group_is_alone_unless_it_is_all_there_is(sizes, smallest):
    """A single hidden group would be found by subtraction, whatever its size."""
    unseen = hidden(sizes, smallest)

    if len(unseen) == 1:
        (only,) = unseen
        assert sizes[only] == sum(sizes.values()) < smallest


@given(SIZES, SMALLEST)
def test_nothing_is_hidden_without_a_small_group(sizes, smallest):
    if all(size == 0 or size >= smallest for size in sizes.values()):
        assert not hidden(sizes, smallest)


@given(SIZES, SMALLEST, st.randoms(use_true_random=False))
def test_the_order_of_groups_does_not_matter(sizes, smallest, random):
    shuffled = list(sizes.items())
    random.shuffle(shuffled)

    assert hidden(dict(shuffled), smallest) == hidden(sizes, smallest)


@given(SIZES, SMALLEST)
def test_where_all_groups_are_hidden_for_lack_of_people_the_total_is_too(sizes, smallest):
    people = sum(sizes.values())

    assert total_hidden(people, smallest) == (people < smallest)
    if people < smallest:
        assert hidden(sizes, smallest) == {group for group, size in sizes.items() if size}
