"""A form on paper asks what the interview asks, in the same order."""

from pathlib import Path

import pytest

from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Blank, Box, Fill, Heading, Layout, Question, Quote
from asiakaskunto_cli.pages.paper import paper_page
from asiakaskunto_cli.render.markdown import render_markdown

FORM = Path(__file__).with_name("paper_checklist.yaml").read_bytes()
EVERYWHERE = (Box("not applicable"), Box("not observed"), Blank("Note"))
WHOLE = """\
# A form

form 1.0.0 · mystery shopping, customer interviews · about 5 min

Site: ____  Evaluator: ____

Date: ____  Time of day: ____

> **Your task:** Buy shoes.

## First

### 1. Were you greeted? *greeted*

A nod counts.

☐ yes  ☐ no

Why, if no: ____  ☐ would not say

☐ not applicable, because: ____  ☐ not observed  Note: ____

### 2. A smile? *smile*

**Only if question 1 = yes**

☐ 1 = none  ☐ 2  ☐ 3 = natural

Why: ____  ☐ would not say

☐ not observed

### 3. Recommend us? *recommend*

☐ 0  ☐ 1  ☐ 2  ☐ 3  ☐ 4  ☐ 5  ☐ 6  ☐ 7  ☐ 8  ☐ 9  ☐ 10

Why, if 0 to 6: ____  ☐ would not say

☐ not applicable  ☐ not observed  Note: ____

### 4. How sure, in %? *sure*

0 to 100: ____

☐ not observed

### 5. Solved? *solved*

- ☐ all of it
- ☐ none

Why, if there is a reason: ____

☐ not applicable  ☐ not observed  Note: ____

☐ Evidence kept, which: ____

## Second

### 6. What was done? *done*

- ☐ Thanks
- ☐ Advice
- ☐ none of these

☐ not applicable  ☐ not observed

☐ Evidence kept (required), which: ____

### 7. How long? *waited*

Time: ____ minutes  ☐ never

Why, if over 5 min or never: ____  ☐ would not say

☐ not applicable  ☐ not observed  Note: ____

### 8. How many were seen? *seen*

how many (k): ____  of all (n): ____

☐ not applicable, because: ____  ☐ not observed  Note: ____

### 9. How long a queue? *queue*

Number: ____ people

☐ not applicable  ☐ not observed  Note: ____

### 10. In your own words? *words*

____\\
____\\
____\\
____

## The whole visit

Note: ____\\
____\\
____

- Enter the answers afterwards, with the day and time of the visit:
  - kunto test form --visited-at 2026-11-22T14:30
  - kunto ask form --visited-at 2026-11-22T14:30
"""


@pytest.fixture
def form(checklist_of):
    return checklist_of(FORM)


def test_a_whole_form(form):
    written = render_markdown(paper_page(form, "en"))
    plain = written.replace("\N{HORIZONTAL ELLIPSIS}" * 12, "____").replace("\N{EM SPACE} ", "  ")
    assert plain == WHOLE


def test_every_item_is_asked_once_in_the_order_of_the_checklist(form):
    questions = [one for one in paper_page(form, "en").blocks if isinstance(one, Question)]
    assert [one.reference for one in questions] == list(form.items)
    assert [one.number for one in questions] == [str(n) for n in range(1, len(form.items) + 1)]


def test_a_scale_stands_in_a_row_and_strokes_have_a_frame(form):
    questions = [one for one in paper_page(form, "en").blocks if isinstance(one, Question)]
    fills = {one.reference: one.fills for one in questions}
    assert fills["recommend"][0] == Fill(tuple(Box(str(n)) for n in range(11)), Layout.SCALE)
    assert fills["seen"][0] == Fill(
        (Blank("how many (k)", frame=True), Blank("of all (n)", frame=True))
    )
    assert fills["waited"][-1] == Fill(EVERYWHERE)


def test_only_mystery_shoppers_have_a_task(form):
    asking = form.model_copy(update={"method": "ask"})
    assert not any(isinstance(one, Quote) for one in paper_page(asking, "en").blocks)


def test_the_form_speaks_the_language_asked_for(checklist):
    with speaking("fi"):
        page = paper_page(checklist, "fi")
    assert page.title == "Pieni testi"
    assert Heading("Kohtaaminen") in page.blocks
    first = next(one for one in page.blocks if isinstance(one, Question))
    assert first.text == "Kuinka pian sinut huomattiin?"


def test_the_data_name_the_checklist_and_its_questions(form):
    data = paper_page(form, "en").data
    assert data["kind"] == "paper_form"
    assert data["checklist"] == {"id": "form", "version": "1.0.0"}
    assert data["questions"][1] == {"number": "2", "item": "smile"}
