#!/usr/bin/env python3
"""Makes DOCX files with automatic numbers and has LibreOffice write them out as text. See README.md beside this file."""
import pathlib, random, subprocess, sys, tempfile, zipfile

HERE = pathlib.Path(__file__).parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TYPES = (HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         f'<Override PartName="/word/document.xml" ContentType="{MAIN}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{MAIN}styles+xml"/>'
         f'<Override PartName="/word/numbering.xml" ContentType="{MAIN}numbering+xml"/></Types>')
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELS = HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
CITIES = ["甲文", "乙文", "丙文", "丁文", "戊文", "己文", "庚文"]

FORMATS = ["decimal", "decimalZero", "upperLetter", "lowerLetter", "upperRoman", "lowerRoman", "chineseCounting", "chineseCountingThousand",
           "chineseLegalSimplified", "ideographTraditional", "ideographZodiac", "ideographDigital", "taiwaneseCounting", "taiwaneseCountingThousand",
           "japaneseCounting", "decimalEnclosedCircle", "decimalEnclosedCircleChinese", "decimalFullWidth", "decimalFullWidth2",
           "none", "ideographLegalTraditional", "japaneseLegal", "iroha", "aiueo"]
# How far LibreOffice and Word write a format alike; further on they differ, as the README says.
SAFE = {"upperLetter": 60, "lowerLetter": 60, "decimalEnclosedCircle": 10, "decimalEnclosedCircleChinese": 10,
        "ideographTraditional": 10, "ideographZodiac": 12, "iroha": 40, "aiueo": 40, "ideographDigital": 9, "japaneseLegal": 9}


def level(at, fmt="decimal", text=None, start=1, suff=None, restart=None, legal=False, style=None):
    return (f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>'
            + (f'<w:lvlRestart w:val="{restart}"/>' if restart is not None else "") + (f'<w:pStyle w:val="{style}"/>' if style else "")
            + ("<w:isLgl/>" if legal else "") + (f'<w:suff w:val="{suff}"/>' if suff else "")
            + f'<w:lvlText w:val="{f"%{at + 1}、" if text is None else text}"/><w:lvlJc w:val="left"/></w:lvl>')


def abstract(number, levels, extra=""):
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{extra}{"".join(levels)}</w:abstractNum>'


def num(number, of, overrides=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def starts(**levels):
    return "".join(f'<w:lvlOverride w:ilvl="{k[1:]}"><w:startOverride w:val="{v}"/></w:lvlOverride>' for k, v in levels.items())


def p(text, number=None, at=None, style=None):
    numbering = "" if number is None else "<w:numPr>" + ("" if at is None else f'<w:ilvl w:val="{at}"/>') + f'<w:numId w:val="{number}"/></w:numPr>'
    if number is None and at is not None:
        numbering = f'<w:numPr><w:ilvl w:val="{at}"/></w:numPr>'
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{style}{numbering}</w:pPr>{run}</w:p>"


def style(name, based=None, number=None, at=None, kind="paragraph", default=False):
    numbering = "" if number is None and at is None else "<w:pPr><w:numPr>" + ("" if at is None else f'<w:ilvl w:val="{at}"/>') + ("" if number is None else f'<w:numId w:val="{number}"/>') + "</w:numPr></w:pPr>"
    first = 'w:default="1" ' if default else ""
    return (f'<w:style w:type="{kind}" {first}w:styleId="{name}"><w:name w:val="{name}"/>'
            + (f'<w:basedOn w:val="{based}"/>' if based else "") + numbering + "</w:style>")


def write(path, abstracts, nums, paragraphs, styles=""):
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS % f'<Relationship Id="r1" Type="{REL}officeDocument" Target="word/document.xml"/>',
        "word/_rels/document.xml.rels": RELS % f'<Relationship Id="r1" Type="{REL}styles" Target="styles.xml"/><Relationship Id="r2" Type="{REL}numbering" Target="numbering.xml"/>',
        "word/styles.xml": f"{HEAD}<w:styles {W}>{style('Normal', default=True)}{styles}</w:styles>",
        "word/numbering.xml": f"{HEAD}<w:numbering {W}>{''.join(abstracts)}{''.join(nums)}</w:numbering>",
        "word/document.xml": f"{HEAD}<w:document {W}><w:body>{''.join(paragraphs)}<w:sectPr/></w:body></w:document>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, text)


OFFICIAL = [level(0, "chineseCounting", "%1、", suff="nothing"), level(1, "chineseCounting", "（%2）", suff="nothing"),
            level(2, "decimal", "%3．", suff="nothing"), level(3, "decimal", "（%4）", suff="nothing"), level(4, "decimalEnclosedCircle", "%5", suff="nothing")]
FIGURES = [level(i, "decimal", ".".join(f"%{k + 1}" for k in range(i + 1))) for i in range(9)]


def walk(number, levels):
    return [p(CITIES[i % len(CITIES)], number, at) for i, at in enumerate(levels)]


def cases():
    for fmt in FORMATS:
        count = min(SAFE.get(fmt, 35), 35)
        yield f"format-{fmt}", [abstract(1, [level(0, fmt, "%1、")])], [num(1, 1)], walk(1, [0] * count), ""
    for fmt, start, count in [("decimal", 95, 20), ("decimalZero", 95, 10), ("chineseCountingThousand", 95, 30), ("chineseCountingThousand", 995, 30), ("chineseCountingThousand", 9995, 20),
                              ("chineseLegalSimplified", 95, 30), ("chineseLegalSimplified", 1005, 20), ("upperRoman", 85, 20),
                              ("lowerRoman", 1985, 20), ("upperLetter", 20, 40), ("decimalFullWidth", 95, 20), ("taiwaneseCountingThousand", 95, 30),
                              ("chineseCounting", 80, 20), ("decimal", 0, 5), ("japaneseCounting", 80, 20)]:
        yield f"start-{fmt}-{start}", [abstract(1, [level(0, fmt, "第%1条", start=start, suff="space")])], [num(1, 1)], walk(1, [0] * count), ""
    yield "official", [abstract(1, OFFICIAL)], [num(1, 1)], walk(1, [0, 1, 1, 2, 2, 3, 3, 4, 4, 2, 3, 1, 2, 0, 1, 2, 3, 4, 0, 1, 1]), ""
    yield "chapters-and-articles", [abstract(1, [level(0, "chineseCountingThousand", "第%1章", suff="space")]), abstract(2, [level(0, "chineseCountingThousand", "第%1条", suff="space"), level(1, "chineseCountingThousand", "（%2）", suff="nothing")])], [num(1, 1), num(2, 2)], walk(1, [0]) + walk(2, [0, 0, 1, 1, 0]) + walk(1, [0]) + walk(2, [0, 0, 1, 0]) + walk(1, [0]) + walk(2, [0, 1, 1]), ""
    yield "figures", [abstract(1, FIGURES)], [num(1, 1)], walk(1, [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 7, 3, 1, 2, 0, 0, 1, 1, 2]), ""
    yield "level-first", [abstract(1, OFFICIAL)], [num(1, 1)], walk(1, [1, 1, 2, 1]), ""
    yield "level-left-out", [abstract(1, OFFICIAL)], [num(1, 1)], walk(1, [0, 2, 2, 0, 2, 1, 3]), ""
    yield "two-lists-one-definition", [abstract(1, OFFICIAL)], [num(1, 1), num(2, 1)], walk(1, [0, 1, 0]) + walk(2, [0, 1, 0]) + walk(1, [0, 1]), ""
    yield "two-definitions", [abstract(1, OFFICIAL), abstract(2, FIGURES)], [num(1, 1), num(2, 2)], walk(1, [0, 1]) + walk(2, [0, 1]) + walk(1, [1, 0]) + walk(2, [1, 0]), ""
    yield "start-override", [abstract(1, OFFICIAL)], [num(1, 1), num(2, 1, starts(l0=1)), num(3, 1, starts(l0=7))], walk(1, [0, 0]) + walk(2, [0, 0, 1]) + walk(3, [0, 1, 0]), ""
    yield "start-override-all", [abstract(1, FIGURES)], [num(1, 1), num(2, 1, starts(l0=1, l1=1, l2=1))], walk(1, [0, 1, 2, 2]) + walk(2, [0, 1, 2, 1, 0]), ""
    yield "level-override", [abstract(1, OFFICIAL)], [num(1, 1), num(2, 1, f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>{level(0, "upperLetter", "%1)", suff="space")}</w:lvlOverride>')], walk(1, [0, 1]) + walk(2, [0, 1, 0]), ""
    yield "suffixes", [abstract(1, [level(0, suff="space"), level(1, text="%2)", suff="nothing"), level(2, text="%3>", suff="tab"), level(3, text="%4")])], [num(1, 1)], walk(1, [0, 1, 2, 3]), ""
    yield "number-off", [abstract(1, OFFICIAL)], [num(1, 1)], walk(1, [0, 0]) + [p("无号", 0), p("无号")] + walk(1, [0, 1]), ""
    yield "empty-paragraphs", [abstract(1, OFFICIAL)], [num(1, 1)], walk(1, [0, 1]) + [p("", 1, 1), p("", None), p("", 1, 0)] + walk(1, [1, 0]), ""
    bullets = [level(0, "bullet", "•"), level(1, "decimal", "%2>"), level(2, "decimal", "%3)")]
    yield "bullets", [abstract(1, bullets)], [num(1, 1)], walk(1, [0, 1, 2, 2, 0, 2]), ""
    yield "words-only", [abstract(1, [level(0, "decimal", "附则"), level(1, "decimal", "条款 %2 款")])], [num(1, 1)], walk(1, [0, 1, 1, 0, 1]), ""
    linked = [level(0, "chineseCounting", "%1、", style="A", suff="nothing"), level(1, "chineseCounting", "（%2）", style="B", suff="nothing"), level(2, "decimal", "%3．", style="C", suff="nothing")]
    own = style("A", "Normal", 1) + style("B", "Normal", 1, 1) + style("C", "B", 1, 2)
    yield "styles", [abstract(1, linked)], [num(1, 1)], [p(CITIES[i], style=s) for i, s in enumerate("ABBCCAB")], own
    yield "style-chain", [abstract(1, linked)], [num(1, 1)], [p("甲", style="D"), p("乙", style="B"), p("丙", style="D"), p("丁", 0, style="D"), p("戊", style="D")], own + style("D", "A")
    yield "style-and-own", [abstract(1, linked), abstract(2, FIGURES)], [num(1, 1), num(2, 2)], [p("甲", style="A"), p("乙", 2, 0, style="A"), p("丙", 2, 1, style="B"), p("丁", style="A"), p("戊", style="B")], own
    off = own + style("E", "A", 0)
    yield "style-off", [abstract(1, linked)], [num(1, 1)], [p("甲", style="A"), p("乙", style="E"), p("丙", style="A")], off
    link = [abstract(1, OFFICIAL, '<w:styleLink w:val="L"/>'), abstract(2, [], '<w:numStyleLink w:val="L"/>')]
    yield "list-style", link, [num(1, 1), num(2, 2)], walk(2, [0, 1, 0]) , style("L", None, 1, kind="numbering")
    dice = random.Random(20240229)
    for n in range(1, 25):
        formats = dice.sample(["decimal", "upperLetter", "lowerRoman", "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "decimalEnclosedCircle", "ideographTraditional", "decimalFullWidth", "upperRoman"], 5)
        texts = [dice.choice(["%{0}、", "（%{0}）", "第%{0}条", "%{0}."]) for _ in formats]
        levels = [level(i, f, t.replace("{0}", str(i + 1)), suff=dice.choice(["tab", "space", "nothing"]), start=dice.choice([1, 1, 1, 2])) for i, (f, t) in enumerate(zip(formats, texts))]
        lists = [num(1, 1), num(2, 1, starts(l0=dice.randint(1, 5)))]
        paragraphs, at = [], 0
        for block in (1, 2):
            at = 0
            for _ in range(dice.randint(8, 16)):
                paragraphs.append(p(dice.choice(CITIES), block, at))
                at = max(0, min(4, at + dice.choice([-2, -1, 0, 0, 1, 1])))
                if dice.random() < 0.15:
                    paragraphs.append(p("无号的一段。"))
        yield f"random-{n:02}", [abstract(1, levels)], lists, paragraphs, ""


def main():
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    made = []
    for name, abstracts, nums, paragraphs, styles in cases():
        path = target / f"{name}.docx"
        write(path, abstracts, nums, paragraphs, styles)
        made.append(path)
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", scratch, *map(str, made)],
                       check=True, stdout=subprocess.DEVNULL)
        for path in made:
            text = pathlib.Path(scratch, path.stem + ".txt").read_text(encoding="utf-8-sig").replace("\r\n", "\n")
            path.with_suffix(".txt").write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(made)} files")


main()
