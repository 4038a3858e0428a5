"""Fingerprints of a checklist: what tells whether two visits were measured by the same rules."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from asiakaskunto_cli.checklist.items import ItemBase, ScaleItem
from asiakaskunto_cli.checklist.model import Checklist, Classification

# What can change an item's own score. Wording, order and weight cannot.
RULE_KEYS = ("type", "invert", "bands", "target", "limit", "unit", "never", "against", "min", "max")

# What can change its part in the scores of a visit.
PLACE_KEYS = ("weight", "area", "measure", "touchpoint", "when")


def definition(whole: Checklist | ItemBase) -> dict[str, Any]:
    """Return a whole checklist, or an item, as plain data with its defaults filled in."""
    return whole.model_dump(mode="json", by_alias=True, exclude_none=True)


def content_sha256(checklist: Checklist) -> str:
    """Return the fingerprint of everything in the checklist, wording included."""
    return _sha256(definition(checklist))


def rule_sha256(checklist: Checklist, item: ItemBase) -> str:
    """Return the fingerprint of how one item is scored, without its weight."""
    return _sha256(rule(checklist, item))


def scoring_sha256(checklist: Checklist) -> str:
    """Return the fingerprint of whatever can change a score: no wording, no order."""
    items = {}
    for item in checklist.items.values():
        # Dumped, a default weight and the same one written out look alike: 1.0.
        plain = item.model_dump(mode="json", by_alias=True, exclude_none=True)
        items[item.id] = {key: plain.get(key) for key in PLACE_KEYS}
        items[item.id]["rule"] = rule(checklist, item)
    return _sha256({"items": items, "area_weights": checklist.area_weights})


def class_sha256(classification: Classification) -> str:
    """Return the fingerprint of how a visit is sorted: steps in their order, no words."""
    return _sha256(sorting(classification))


def sorting(classification: Classification) -> dict[str, Any]:
    """Return how a visit is sorted, as plain data: what its fingerprint is of."""
    return classification.model_dump(
        mode="json",
        by_alias=True,
        exclude_none=True,
        exclude={"id": True, "title": True, "steps": {"__all__": {"label"}}},
    )


def rule(checklist: Checklist, item: ItemBase) -> dict[str, Any]:
    """Return how one item is scored, as plain data: what its fingerprint is of."""
    plain = item.model_dump(mode="json", exclude_none=True)
    found = {key: plain[key] for key in RULE_KEYS if key in plain}
    if isinstance(item, ScaleItem):
        found["min"], found["max"] = checklist.bounds_of(item)
    if "options" in plain:
        worth = ("score", "points")
        found["options"] = {
            option["id"]: next((option[key] for key in worth if key in option), None)
            for option in plain["options"]
        }
    return found


def _sha256(data: object) -> str:
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
