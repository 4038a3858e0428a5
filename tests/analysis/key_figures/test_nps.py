"""Net promoter scores from visits."""

from asiakaskunto_cli.analysis.key_figures.nps import NpsFigure, nps_figures
from asiakaskunto_cli.analysis.proportions import NetPromoters
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method

BODY = """
method: ask
items:
  - {id: suosittelu, text: Suosittelu, type: nps, area: emotion, measure: subjective}
  - {id: moite, text: Moite, type: nps, invert: true, area: emotion, measure: subjective}
"""


def test_promoters_less_detractors(make_checklist, details):
    # 9 and 10 promote (3 answers), 7 and 8 are passive (2), 0 to 6 detract (2): (3 − 2) / 7.
    answers = [0, 6, 7, 8, 9, 10, 10]
    checklist = make_checklist(BODY)
    visits = details(checklist, [{"suosittelu": one} for one in answers])
    visits += details(checklist, [{"suosittelu": Response(not_observed=True)}, {}], day=9)
    (figure,) = nps_figures(visits, 0.95)
    assert (figure.checklist, figure.item, figure.method) == ("lista", "suosittelu", Method.ASK)
    assert figure.result == NetPromoters.of(3, 2, 2, 0.95)
    assert figure.result.nps == 100 / 7


def test_one_answer_has_no_interval_and_none_no_figure(make_checklist, detail):
    checklist = make_checklist(BODY)
    one = NpsFigure("lista", "suosittelu", Method.ASK, NetPromoters(1, 0, 0, 1, 100.0, None))
    assert nps_figures([detail(checklist, {"suosittelu": 9})], 0.95) == (one,)
    assert nps_figures([detail(checklist, {})], 0.95) == ()
    assert nps_figures([], 0.95) == ()


def test_an_inverted_question_asks_something_else(make_checklist, detail):
    assert nps_figures([detail(make_checklist(BODY), {"moite": 10})], 0.95) == ()
