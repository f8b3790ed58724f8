"""Hostile files for tests/fuzz/hostile.t: the sample papers with random damage,
and files made to exhaust, loop or deceive a reader."""

import gzip
import io
import os
import random
import warnings
import zipfile
import zlib
from xml.sax.saxutils import escape

SEED = 20200305
MEGABYTE = 1024 * 1024

# Marks that readers look for, and bytes that are none.
TOKENS = [
    b"%PDF-1.7\n", b"endstream\nendobj\n", b"/Length 99999999 ", b"/Kids[1 0 R]",
    b"/Count 2147483647", b"stream\n", b"xref\n0 9\n", b"/Prev 0 ", b"BT ", b"q ",
    b"PK\x03\x04", b"PK\x01\x02", b"\x1f\x8b\x08\x00", b"{\\rtf1 ",
    b"<w:p><w:r><w:t>", b"<!DOCTYPE html>", b"<table><tr><td>", b"</div>",
    b"&#x110000;", b"| a | b |\n", b"****", b"\f", b"\xff\xfe", b"\xe2\x80",
    b"\n13. **", b"RESOLVED\n", b"99999999999.", b"\0\0\0\0", b"\xff" * 8,
    b"NOT FOR PUBLICATION\n",
]


def sample_papers(folder):
    """The sample papers, and what is made of them: name -> bytes."""
    papers = {}
    for top, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(top, name), "rb") as file:
                papers[name] = file.read()
    some = sorted(papers)
    texts = [name for name in some if name.endswith((".txt", ".md"))]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in some[::6]:
            archive.writestr(name, papers[name])
    papers["papers.zip"] = packed.getvalue()
    for name in some[::5]:
        papers[name + ".gz"] = gzip.compress(papers[name], mtime=0)
    text = papers[texts[0]].decode()
    papers["minutes.rtf"] = rtf(text)
    papers["minutes.doc"] = ole(text)
    papers["minutes.fodt"] = flat_odt(text)
    papers["utf-16.txt"] = text.encode("utf-16")
    papers["windows.txt"] = text.encode("cp1252", "replace") + b"\x93\x94"
    return papers


def rtf(text):
    return (b"{\\rtf1\\ansi " +
            text.encode("ascii", "replace").replace(b"\n", b"\\par\n") + b"}")


def flat_odt(text):
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>\n"
                         for line in text.splitlines())
    return (f"<?xml version='1.0'?><office:document xmlns:office='{office}' "
            "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
            "office:mimetype='application/vnd.oasis.opendocument.text'>"
            f"<office:body><office:text>{paragraphs}</office:text>"
            "</office:body></office:document>").encode()


def ole(text):
    """What begins like a Word 97 document."""
    return (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 +
            "WordDocument".encode("utf-16-le") + text.encode("utf-16-le"))


def damage(rand, data, others):
    """One paper with one to a dozen damages."""
    data = bytearray(data)
    for _ in range(rand.choice([1, 2, 4, 12])):
        at = rand.randrange(len(data) + 1)
        n = min(len(data) - at, rand.randrange(1, 400))
        kind = rand.randrange(7)
        if kind == 0 and n:
            data[at] = rand.randrange(256)
        elif kind == 1:
            del data[at:at + n]
        elif kind == 2:
            data[at:at] = data[at:at + n] * rand.choice([1, 2, 50])
        elif kind == 3:
            token = rand.choice(TOKENS)
            data[at:at + len(token)] = token
        elif kind == 4:
            data[at:at + n] = rand.randbytes(n)
        elif kind == 5:
            other = rand.choice(others)
            start = rand.randrange(len(other) + 1)
            data[at:at + n] = other[start:start + rand.randrange(1, 4000)]
        elif kind == 6 and rand.randrange(6) == 0:
            del data[at:]
    return bytes(data)


def damaged_papers(folder, n_rounds):
    """Yield the name and bytes of each sample paper, damaged @n_rounds times,
    the same in each run."""
    papers = sample_papers(folder)
    others = [papers[name] for name in sorted(papers)]
    for i, name in enumerate(sorted(papers)):
        rand = random.Random(SEED + i)
        for n in range(n_rounds):
            yield f"{n:04}-{name}", damage(rand, papers[name], others)


# Files made on purpose.

def pdf(objects, trailer="", head="%PDF-1.5\n"):
    """A PDF of objects 1, 2 ... (text, or a pair of dictionary and stream), 1
    being the catalog."""
    out = bytearray(head.encode())
    starts = []
    for i, obj in enumerate(objects):
        starts.append(len(out))
        if isinstance(obj, tuple):
            words, stream = obj
            body = (f"<<{words}/Length {len(stream)}>>\nstream\n".encode() +
                    stream + b"\nendstream")
        else:
            body = obj.encode()
        out += f"{i + 1} 0 obj\n".encode() + body + b"\nendobj\n"
    xref = len(out)
    out += f"xref\n0 {len(starts) + 1}\n0000000000 65535 f \n".encode()
    for start in starts:
        out += f"{start:010} 00000 n \n".encode()
    out += (f"trailer\n<</Root 1 0 R/Size {len(starts) + 1}{trailer}>>\n"
            f"startxref\n{xref}\n%%EOF\n").encode()
    return bytes(out)


CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf_page(stream, filters="", resources="/Font<</F 5 0 R>>", more=(),
             box="0 0 595 842"):
    return pdf([CATALOG, PAGES,
                f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R"
                f"/Resources<<{resources}>>>>",
                (filters, stream), FONT, *more])


def pdf_image(width, height, filters, data):
    """A page that is one image of the size that it claims."""
    image = (f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
             f"/ColorSpace/DeviceGray/BitsPerComponent 8{filters}", data)
    return pdf_page(b"q 595 0 0 842 0 0 cm /I Do Q",
                    resources="/XObject<</I 6 0 R>>", more=[image])


def packed_often(data, times):
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def hostile_pdfs():
    zeros = zlib.compress(b"\0" * 100 * MEGABYTE, 9)
    text = b"BT /F 10 Tf 72 700 Td (word) Tj ET\n"
    flate = "/Filter/FlateDecode"
    outline = "<</Title(Loop)/Parent 6 0 R/First 7 0 R/Next 7 0 R/Count 9>>"
    form = ("/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
            "/Resources<</XObject<</X 6 0 R>>>>", b"/X Do /X Do")
    type3 = ("<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FirstChar 97"
             "/LastChar 97/Widths[9]/FontMatrix[1 0 0 1 0 0]"
             "/Encoding<</Differences[97/a]>>/CharProcs<</a 4 0 R>>"
             "/Resources<</Font<</F 5 0 R>>>>>>")
    chain = [CATALOG] + [f"<</Type/Pages/Kids[{i + 3} 0 R]/Count 1>>"
                         for i in range(5000)]
    return {
        "kids-loop.pdf": pdf([CATALOG, "<</Type/Pages/Kids[2 0 R 2 0 R]"
                                       "/Count 2>>"]),
        "kids-deep.pdf": pdf(chain + ["<</Type/Page/MediaBox[0 0 9 9]>>"]),
        "count-huge.pdf": pdf([CATALOG, "<</Type/Pages/Kids[3 0 R]"
                               "/Count 2147483647>>", "<</Type/Page>>"]),
        "count-many.pdf": pdf([CATALOG, "<</Type/Pages/Kids[3 0 R]"
                               "/Count 19999>>", "<</Type/Page>>"]),
        "count-negative.pdf": pdf([CATALOG, "<</Type/Pages/Kids[3 0 R]"
                                   "/Count -1>>", "<</Type/Page>>"]),
        "same-page.pdf": pdf([CATALOG, "<</Type/Pages/Kids[" + "3 0 R " *
                              15000 + "]/Count 15000>>",
                              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]"
                              ">>"]),
        "prev-loop.pdf": pdf([CATALOG, PAGES, "<</Type/Page>>"],
                             trailer="/Prev 9"),
        "root-loop.pdf": pdf(["1 0 R", PAGES]),
        "length-loop.pdf": pdf([CATALOG, PAGES,
                                "<</Type/Page/Contents 4 0 R>>",
                                "<</Length 4 0 R>>\nstream\nq\nendstream"]),
        "array-deep.pdf": pdf([CATALOG, PAGES, "[" * 200000]),
        "outline-loop.pdf": pdf(
            ["<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>", PAGES,
             "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
             "/Resources<</Font<</F 5 0 R>>>>>>", ("", text * 20), FONT,
             "<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 9>>", outline]),
        "outline-deep.pdf": pdf(
            ["<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>", PAGES,
             "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] +
            [f"<</Title(Deep)/First {i + 5} 0 R/Last {i + 5} 0 R/Count 1>>"
             for i in range(20000)]),
        "labels-loop.pdf": pdf(["<</Type/Catalog/Pages 2 0 R/PageLabels 4 0 R"
                                ">>", PAGES, "<</Type/Page/Parent 2 0 R>>",
                                "<</Kids[4 0 R 4 0 R]>>"]),
        "bomb.pdf": pdf_page(zeros, flate),
        "bomb-twice.pdf": pdf_page(packed_often(b" " * 100 * MEGABYTE, 3),
                                   "/Filter[/FlateDecode/FlateDecode"
                                   "/FlateDecode]"),
        "filters.pdf": pdf_page(zeros, "/Filter[" + "/FlateDecode" * 5000 +
                                "]"),
        "letters.pdf": pdf_page(zlib.compress(text * 300000), flate),
        "one-string.pdf": pdf_page(zlib.compress(
            b"BT /F 10 Tf 72 700 Td (" + b"w" * 5 * MEGABYTE + b") Tj ET"),
            flate),
        "saves.pdf": pdf_page(zlib.compress(b"q " * 300000), flate),
        "form-loop.pdf": pdf_page(b"/X Do", resources="/XObject<</X 6 0 R>>",
                                  more=[form]),
        "type3-loop.pdf": pdf([CATALOG, PAGES,
                               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]"
                               "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
                               ">>>>", ("", b"BT /F 9 Tf (aaaa) Tj ET"),
                               type3]),
        "image-huge.pdf": pdf_image(2000000, 2000000, "", b"\0" * 99),
        "image-bomb.pdf": pdf_image(30000, 30000, flate, zeros),
        "image-jpx.pdf": pdf_image(60000, 60000, "/Filter/JPXDecode",
                                   b"\0\0\0\x0cjP  \r\n\x87\n" * 50),
        "image-jbig2.pdf": pdf_image(60000, 60000, "/Filter/JBIG2Decode",
                                     b"\0\0\0\0\x30\0\1\0\0\0\x13\xff" * 9),
        "box-huge.pdf": pdf_page(text * 9, box="0 0 1e30 1e30"),
        "box-inside-out.pdf": pdf_page(text * 9, box="595 842 -1e9 0"),
        "box-nan.pdf": pdf_page(text, box="nan inf -inf 0"),
        # The sanitizers make each of them fifty times as dear.
        "shading.pdf": pdf_page(b"/P sh\n" * 1000,
                                resources="/Shading<</P<</ShadingType 1"
                                "/ColorSpace/DeviceRGB/Function 6 0 R>>>>",
                                more=[("/FunctionType 4/Domain[0 1 0 1]"
                                       "/Range[0 1 0 1 0 1]",
                                       b"{" * 5000 + b"}" * 5000)]),
        "encrypted.pdf": pdf([CATALOG, PAGES, "<</Type/Page>>"],
                             trailer="/Encrypt<</Filter/Standard/V 5/R 6"
                             "/Length 256/O(x)/U(y)/P -1>>/ID[(a)(b)]"),
    }


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    # Two members of one name are meant.
    warnings.simplefilter("ignore", UserWarning)
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main")


def docx(body, head=""):
    """A DOCX whose document has @body, and @head before its root."""
    xml = (f"<?xml version='1.0'?>{head}<w:document xmlns:w='{WORD}'>"
           f"<w:body>{body}</w:body></w:document>")
    return zipped([("word/document.xml", xml)])


def entities(levels, width):
    """XML entities, each @width times the one before."""
    lines = ["<!DOCTYPE x [<!ENTITY e0 'MINUTES '>"]
    for i in range(levels):
        lines.append(f"<!ENTITY e{i + 1} '{f'&e{i};' * width}'>")
    return "\n".join(lines) + "]>"


def run_of(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def hostile_documents():
    outside = ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>")
    odt = ("<office:document-content xmlns:office='urn:oasis:names:tc:"
           "opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:"
           "opendocument:xmlns:text:1.0'><office:body><office:text>{}"
           "</office:text></office:body></office:document-content>")
    mime = ("mimetype", "application/vnd.oasis.opendocument.text")
    return {
        "entities.docx": docx(run_of("&e9;"), entities(9, 10)),
        "outside.docx": docx(run_of("&e;"), outside),
        "deep.docx": docx("<w:tbl><w:tr><w:tc>" * 20000),
        "long.docx": docx(run_of("word " * 6 * MEGABYTE)),
        "many.docx": docx(run_of("1. ITEM") * 300000),
        "bomb.docx": zipped([("word/document.xml",
                              b"<a>" + b" " * 300 * MEGABYTE)]),
        "twice.docx": zipped([("word/document.xml", "<a/>"),
                              ("WORD/document.xml", "<b>")]),
        "entities.odt": zipped([mime, ("content.xml", entities(9, 10) +
                                       odt.format("<text:p>&e9;</text:p>"))]),
        "deep.odt": zipped([mime, ("content.xml",
                                   odt.format("<text:section>" * 20000))]),
        "spaces.odt": zipped([mime, ("content.xml", odt.format(
            "<text:p><text:s text:c='2000000000'/>x</text:p>"))]),
        "columns.odt": zipped([mime, ("content.xml", odt.format(
            "<table:table xmlns:table='urn:oasis:names:tc:opendocument:xmlns"
            ":table:1.0'><table:table-row table:number-rows-repeated="
            "'2000000000'><table:table-cell table:number-columns-repeated="
            "'2000000000'><text:p>x</text:p></table:table-cell>"
            "</table:table-row></table:table>"))]),
        "bomb.odt": zipped([mime, ("content.xml",
                                   b"<a>" + b" " * 300 * MEGABYTE)]),
    }


def hostile_archives():
    nested = b"1. APOLOGIES\n"
    for i in range(12):
        nested = zipped([(f"{i}.zip", nested)])
    names = ["../up.txt", "/abs.txt", "a/../../b.txt", "C:\\x.txt",
             "a" * 60000, "new\nline.txt", "\x1b[31m.txt", "same.txt",
             "same.txt", "\udcff.txt".encode("utf-8", "replace").decode()]
    zeros = b"\0" * 100 * MEGABYTE
    twice = gzip.compress(gzip.compress(zeros, mtime=0), mtime=0)
    one = zipped([("one.txt", "1. APOLOGIES\n" * 9)])
    return {
        "nested.zip": nested,
        "bomb.zip": zipped([(f"{i}.txt", zeros) for i in range(4)]),
        "names.zip": zipped([(name, "1. APOLOGIES\n") for name in names]),
        "many.zip": zipped([(f"{i}.txt", "") for i in range(6000)],
                           zipfile.ZIP_STORED),
        "count.zip": one[:-14] + b"\xff\xff\xff\xff" + one[-10:],
        "sizes.zip": one.replace(b"\x75\0\0\0", b"\xff\xff\xff\x7f"),
        "cut.zip": one[:len(one) // 2],
        "bomb.gz": gzip.compress(zeros, mtime=0),
        "bomb-text.txt.gz": gzip.compress(b"1. ITEM\n" * 12 * MEGABYTE,
                                          mtime=0),
        "twice.gz": twice,
        "many.txt.gz": gzip.compress(b"1. APOLOGIES\n", mtime=0) * 20000,
    }


def hostile_texts():
    doctype = b"<!DOCTYPE html><html><body>"
    return {
        "divs.html": doctype + b"<div>" * 200000 + b"1. ITEM",
        "tables.html": doctype + b"<table><tr><td>" * 30000,
        "lists.html": doctype + b"<ul><li>1. ITEM" * 30000,
        "bold.html": doctype + b"<b><i>" * 100000 + b"x",
        "attributes.html": doctype + b"<p " + b"a='1' " * 200000 + b">x",
        "cells.html": doctype + b"<table><tr><td colspan=99999999 "
                      b"rowspan=99999999>x</td></tr></table>",
        "columns.html": doctype + b"<table>" + b"<tr>" + b"<td>x" * 200000,
        "scripts.html": doctype + b"<script>" * 100000 + b"</script>",
        "entities.html": doctype + b"&amp;lt;&#1114112;&#0;&nosuch;" * 50000,
        "quotes.md": b"# Minutes\n\n" + b">" * 200000 + b" x\n",
        "brackets.md": b"# Minutes\n\n" + b"[" * 200000 + b"](" * 9,
        "stars.md": b"# Minutes\n\n" + b"*_" * 200000 + b"\n",
        "pipes.md": b"# Minutes\n\n" + b"|" * 200000 + b"\n|-|\n",
        "wide.md": b"# Minutes\n\n" + b"|a" * 20000 + b"|\n" + b"|-" * 20000 +
                   b"|\n" + (b"|x" * 20000 + b"|\n") * 9,
        "items.txt": b"".join(b"%d. ITEM\n\nText.\n\n" % i
                              for i in range(100000)),
        "numbers.txt": b"1. ITEM\n\n" * 100000,
        "minutes.txt": b"Minute No. 20(3), 5 September 2022 " * 100000,
        "dates.txt": b"5 September 2022 to 6 October 2023\n" * 50000,
        "meetings.txt": b"MINUTES of the Cabinet held on 5 March 2020\n\n"
                        b"Present: Cllr A Oakes\n\n1. APOLOGIES\n\n" * 20000,
        "people.txt": b"Present: " + b"Councillor R Oakes, " * 100000,
        "names.txt": b"".join(b"Councillor %c%c%c Oak%d, " %
                              (65 + i % 26, 65 + i // 26 % 26,
                               65 + i // 676 % 26, i) for i in range(30000)),
        "officers.txt": b"Minutes of 4 March 2019\n\nPresent: Cllr A Oakes\n\n"
                        b"1. ROADS\n\n" +
                        b"".join(b"Anna Bell%s, Planning Officer\n" %
                                 bytes(97 + i // 26 ** k % 26 for k in range(4))
                                 for i in range(60000)),
        "capitals.txt": b"RESOLVED That " * 200000,
        "line.txt": b"a" * 12 * MEGABYTE,
        "words.txt": b"word " * 3 * MEGABYTE,
        "newlines.txt": b"\n" * 8 * MEGABYTE + b"x",
        "pages.txt": b"\f" * 200000 + b"x",
        "marks.txt": "e".encode() + "\u0301".encode() * 500000,
        "bidi.txt": "\u202e1. ITEM \u2066\n".encode() * 50000,
        "utf-16.txt": b"\xff\xfe" + b"\x00\xd8" * 500000,
        "odd-utf-16.txt": b"\xfe\xff\0",
        "nested.rtf": b"{\\rtf1 " + b"{" * 500000,
        "streams.doc": ole("x")[:520] + b"\xff" * 5000,
    }


def hostile_files():
    """name -> bytes"""
    return {**hostile_pdfs(), **hostile_documents(), **hostile_archives(),
            **hostile_texts()}
