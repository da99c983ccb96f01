"""Which drawing goes with which festival; everything else gets the hills."""

from __future__ import annotations

SCENES = {
    "chunjie": "春节",
    "sanba": "三八",
    "qingming": "清明",
    "wuyi": "五一",
    "duanwu": "端午",
    "jiaoshi": "教师节",
    "zhongqiu": "中秋",
    "chongyang": "重阳",
    "yuandan": "元旦",
    "default": "",
}
_OTHER_WORDS = {
    "妇女": "sanba",
    "女神": "sanba",
    "劳动节": "wuyi",
    "新年": "yuandan",
    "迎新春": "chunjie",
    "新春": "chunjie",
    "年会": "yuandan",
}


def scene_for(words: str) -> str:
    """The drawing for a title or a festival's name: `重阳节登高` → `chongyang`."""
    if words in SCENES:
        return words
    by_word = {word: key for key, word in SCENES.items() if word} | _OTHER_WORDS
    return next((key for word, key in by_word.items() if word in words), "default")
