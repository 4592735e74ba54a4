"""Text as a YAML scalar."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

_PLAIN = re.compile(r"[^\W_](?:[\w .'’/()+;-]*[\w.')])?")


_RESOLVER: Any = yaml.resolver.Resolver()


def scalar(text: str) -> str:
    """Text as a YAML scalar, anywhere in a file: plain where that says the same, else in double quotes."""
    text_tag = "tag:yaml.org,2002:str"
    if _PLAIN.fullmatch(text) and _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == text_tag:
        return text
    return json.dumps(text, ensure_ascii=False)
