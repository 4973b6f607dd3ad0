package io.cybervpn.infrastructure.invoicing.print;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The font of one PDF, which goes with the file, so that it looks alike everywhere. Remembers which
 * glyphs were used, to say how wide they are and which characters they stand for.
 */
final class PdfFont {
    private static final int GROUP_MAX = 100;

    private final TrueType font;
    private final SortedMap<Integer, Integer> used = new TreeMap<>();

    PdfFont(TrueType font) {
        this.font = font;
    }

    /** How long a text is, in the unit of {@code size}. */
    int width(String text, int size) {
        long thousandths = text.codePoints().mapToLong(one -> font.width(glyph(one))).sum();
        return Math.toIntExact(thousandths * size / 1000);
    }

    /** A text as its glyphs, for the operator {@code Tj}. */
    String glyphs(String text) {
        return text.codePoints()
                .mapToObj(this::use)
                .map("%04X"::formatted)
                .collect(Collectors.joining("", "<", ">"));
    }

    private Integer use(int codePoint) {
        int glyph = font.glyph(codePoint);
        int shown = glyph == 0 ? '?' : codePoint;
        used.put(font.glyph(shown), shown);
        return font.glyph(shown);
    }

    /** What the font has no glyph of is a question mark on paper. */
    private int glyph(int codePoint) {
        int glyph = font.glyph(codePoint);
        return glyph == 0 ? font.glyph('?') : glyph;
    }

    /** Writes the font; the number of its object. */
    int writeTo(PdfFile pdf) {
        int file = pdf.reserve();
        int descriptor = pdf.reserve();
        int glyphs = pdf.reserve();
        int characters = pdf.reserve();
        int whole = pdf.reserve();
        byte[] font = this.font.file();
        pdf.stream(file, "/Length1 " + font.length, font);
        pdf.object(
                descriptor,
                """
                << /Type /FontDescriptor /FontName /DejaVuSans /Flags 4 /FontBBox [-1021 -463 1793 1232]
                /ItalicAngle 0 /Ascent 928 /Descent -236 /CapHeight 729 /StemV 80 /FontFile2 %d 0 R >>"""
                        .formatted(file));
        pdf.object(
                glyphs,
                """
                << /Type /Font /Subtype /CIDFontType2 /BaseFont /DejaVuSans /CIDToGIDMap /Identity
                /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
                /FontDescriptor %d 0 R /W [%s] >>"""
                        .formatted(descriptor, widths()));
        pdf.stream(characters, "", characters().getBytes(StandardCharsets.US_ASCII));
        pdf.object(
                whole,
                """
                << /Type /Font /Subtype /Type0 /BaseFont /DejaVuSans /Encoding /Identity-H
                /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>"""
                        .formatted(glyphs, characters));
        return whole;
    }

    private String widths() {
        return used.keySet().stream()
                .map(glyph -> glyph + " [" + font.width(glyph) + "]")
                .collect(Collectors.joining(" "));
    }

    /** Which characters glyphs are, so that text can be found and copied. */
    private String characters() {
        List<Map.Entry<Integer, Integer>> all = new ArrayList<>(used.entrySet());
        StringBuilder groups = new StringBuilder();
        for (int from = 0; from < all.size(); from += GROUP_MAX) {
            groups.append(group(all.subList(from, Math.min(from + GROUP_MAX, all.size()))));
        }
        return """
        /CIDInit /ProcSet findresource begin 12 dict begin begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def /CMapType 2 def
        1 begincodespacerange <0000> <FFFF> endcodespacerange
        %sendcmap CMapName currentdict /CMap defineresource pop end end
        """
                .formatted(groups);
    }

    private static String group(List<Map.Entry<Integer, Integer>> some) {
        return some.stream()
                .map(one -> "<%04X> <%04X>\n".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining("", some.size() + " beginbfchar\n", "endbfchar\n"));
    }
}
