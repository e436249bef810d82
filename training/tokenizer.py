"""The WordPiece vocabulary, and the ways in which a word can be cut into its pieces."""

import json
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

from .text import INVISIBLE_PATTERN, WORD_PATTERN

PAD, UNK, CLS, SEP, MASK = SPECIAL_TOKENS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
CONTINUATION = "##"
MAX_WORD_LETTERS = 60
MAX_TOKENS = 2048


def train_vocabulary(word_counts: Counter[str], size: int) -> dict[str, int]:
    """Piece -> id. Special tokens come first, so their ids are 0 to 4."""
    tokenizer = Tokenizer(models.WordPiece(unk_token=UNK))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size, special_tokens=list(SPECIAL_TOKENS), limit_alphabet=120, show_progress=False
    )
    repeated = (" ".join([word] * count) for word, count in sorted(word_counts.items()))
    tokenizer.train_from_iterator(repeated, trainer)
    return tokenizer.get_vocab()


class Segmenter:
    """Cuts one word into piece ids: the longest known piece first, as WordPiece does at run time."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._start = {piece: i for piece, i in vocabulary.items() if not piece.startswith(CONTINUATION)}
        self._inside = {piece[2:]: i for piece, i in vocabulary.items() if piece.startswith(CONTINUATION)}
        self._longest = max(map(len, vocabulary))

    def cut(self, word: str, skip: float = 0.0, rng: random.Random | None = None) -> list[int]:
        """Piece ids. With `skip`, each match is passed over with that probability for a shorter one."""
        if len(word) > MAX_WORD_LETTERS:
            return []
        pieces: list[int] = []
        start = 0
        while start < len(word):
            table = self._inside if start else self._start
            end = min(len(word), start + self._longest)
            while end > start:
                piece = table.get(word[start:end])
                if piece is not None and (end == start + 1 or rng is None or rng.random() >= skip):
                    break
                end -= 1
            else:
                return []
            pieces.append(piece)
            start = end
        return pieces


def misspell(word: str, rng: random.Random) -> str:
    """One slip of the pen: a letter dropped, doubled, swapped, replaced, or an accent lost."""
    place = rng.randrange(1, len(word))
    kind = rng.randrange(5)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + word[place] + word[place:]
    if kind == 2 and place + 1 < len(word):
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == 3:
        return word[:place] + rng.choice("aeinrstdlokgmvuå") + word[place + 1 :]
    return word.translate(str.maketrans("åäöé", "aaoe"))


def count_words(texts: Iterable[list[str]]) -> Counter[str]:
    return Counter(word for text in texts for word in text if len(word) <= MAX_WORD_LETTERS)


def write_tokenizer(vocabulary: dict[str, int], folder: Path) -> None:
    """tokenizer.json and tokenizer_config.json, readable by Python's tokenizers and by transformers.js 2.17."""
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token=UNK, max_input_chars_per_word=MAX_WORD_LETTERS))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(INVISIBLE_PATTERN), ""), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(WORD_PATTERN), behavior="removed", invert=True)
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{CLS} $A {SEP}", special_tokens=[(CLS, vocabulary[CLS]), (SEP, vocabulary[SEP])]
    )
    tokenizer.add_special_tokens(list(SPECIAL_TOKENS))
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    config = {
        "tokenizer_class": "BertTokenizer",
        "do_lower_case": True,
        "strip_accents": False,
        "model_max_length": MAX_TOKENS,
        "clean_up_tokenization_spaces": False,
        "pad_token": PAD,
        "unk_token": UNK,
        "cls_token": CLS,
        "sep_token": SEP,
        "mask_token": MASK,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
