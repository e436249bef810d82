"""How a text becomes words. The same rules are written into tokenizer.json by tokenizer.py."""

import re
import unicodedata

# A word is a run of letters and digits; trailing + and # are kept (C++, C#).
WORD_PATTERN = r"[\p{L}\p{N}]+[+#]*"
INVISIBLE_PATTERN = "[\u00ad\u200b-\u200d\u2060\ufeff]"

_WORD = re.compile(r"[^\W_]+[+#]*")
_INVISIBLE = re.compile(INVISIBLE_PATTERN)


def words_of(text: str) -> list[str]:
    """Lower-cased words of a text; accents are kept, punctuation is dropped."""
    return _WORD.findall(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).lower())


def normal_form(text: str) -> str:
    """The form in which two labels count as the same string."""
    return " ".join(words_of(text))


def sentences_of(text: str, min_words: int = 5) -> list[str]:
    """Sentences and list items with at least `min_words` words."""
    parts = re.split(r"(?<=[.!?])\s+|[\r\n]+|\([a-z]\)\s", text)
    return [part.strip() for part in parts if len(words_of(part)) >= min_words]
