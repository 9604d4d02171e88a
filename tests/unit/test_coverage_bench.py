"""The measurement of coverage measures: it finds intervals that cover, and would find some that do not."""

from bench import coverage


def test_intervals_of_thirty_people_cover_what_is_true():
    cells = {cell.what: cell for cell in coverage.coverage(seed=1, people=30, runs=40)}

    assert set(cells) == {"t minutes", "t mail", "t report", "t rating", "bootstrap hours"}
    assert all(cell.covered >= 0.85 for cell in cells.values())


def test_a_wrong_truth_would_not_be_covered(monkeypatch):
    monkeypatch.setattr(coverage.Work, "saved", lambda self, practice: 0.5 * self.mean)

    cells = {cell.what: cell for cell in coverage.coverage(seed=1, people=100, runs=10)}

    assert cells["t minutes"].covered < 0.5
    assert not cells["t minutes"].met


def test_without_an_effect_hardly_anything_is_shown():
    alarms = list(coverage.false_alarms(seed=1, people=30, runs=30))

    assert len(alarms) == 90
    assert sum(alarms) / len(alarms) <= 0.07


def test_the_chosen_show_a_saving_that_is_not_said_to_be_one():
    found = coverage.chosen([1], people=30, runs=10, only_chosen=False)

    assert found.saved > 5
    assert found.shown == 0
