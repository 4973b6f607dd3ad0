package io.cybervpn.infrastructure.invoicing.print;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Pages of A4 to draw on. Lengths are hundredths of a point, from the upper left corner. */
final class PdfCanvas {
    static final int WIDTH = 59_500;
    static final int HEIGHT = 84_200;

    private static final int HUNDRED = 100;

    private final PdfFont font;
    private final List<StringBuilder> pages = new ArrayList<>();

    PdfCanvas(TrueType font) {
        this.font = new PdfFont(font);
        newPage();
    }

    /** What is drawn from now on is on another page. */
    void newPage() {
        pages.add(new StringBuilder());
    }

    /** Writes one line of text upon a base line. */
    void text(int x, int y, int size, String text) {
        pages.getLast()
                .append(
                        "BT /F %s Tf %s %s Td %s Tj ET\n"
                                .formatted(
                                        points(size),
                                        points(x),
                                        points(HEIGHT - y),
                                        font.glyphs(text)));
    }

    /** The same, ending there. */
    void textBefore(int x, int y, int size, String text) {
        text(x - font.width(text, size), y, size, text);
    }

    /** Draws a thin line from left to right. */
    void line(int from, int to, int y) {
        String height = points(HEIGHT - y);
        pages.getLast()
                .append(
                        "0.5 w %s %s m %s %s l S\n"
                                .formatted(points(from), height, points(to), height));
    }

    /** Breaks text into lines of a width; words that are longer are cut. */
    List<String> wrapped(String text, int size, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && font.width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(cut(word, size, width, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    /** The rest of a word whose beginnings fill whole lines. */
    private String cut(String word, int size, int width, List<String> lines) {
        String rest = word;
        while (font.width(rest, size) > width) {
            int fits = rest.offsetByCodePoints(0, 1);
            while (font.width(rest.substring(0, rest.offsetByCodePoints(fits, 1)), size) <= width) {
                fits = rest.offsetByCodePoints(fits, 1);
            }
            lines.add(rest.substring(0, fits));
            rest = rest.substring(fits);
        }
        return rest;
    }

    private static String points(int hundredths) {
        return "%d.%02d".formatted(hundredths / HUNDRED, hundredths % HUNDRED);
    }

    /** The file. */
    byte[] finish(String title, String language) {
        PdfFile pdf = new PdfFile();
        int root = pdf.reserve();
        int tree = pdf.reserve();
        int info = pdf.reserve();
        int letters = font.writeTo(pdf);
        List<Integer> written =
                pages.stream().map(page -> page(pdf, page.toString(), tree, letters)).toList();
        pdf.object(root, "<< /Type /Catalog /Pages %d 0 R /Lang (%s) >>".formatted(tree, language));
        pdf.object(
                tree,
                "<< /Type /Pages /Count %d /Kids [%s] >>"
                        .formatted(
                                written.size(),
                                written.stream()
                                        .map(page -> page + " 0 R")
                                        .collect(Collectors.joining(" "))));
        byte[] name = ("\uFEFF" + title).getBytes(StandardCharsets.UTF_16BE);
        pdf.object(info, "<< /Title <%s> >>".formatted(HexFormat.of().formatHex(name)));
        return pdf.finish(root, info);
    }

    private static int page(PdfFile pdf, String drawing, int tree, int letters) {
        int content = pdf.reserve();
        int page = pdf.reserve();
        pdf.stream(content, "", drawing.getBytes(StandardCharsets.US_ASCII));
        pdf.object(
                page,
                """
                << /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R
                /Resources << /Font << /F %d 0 R >> >> >>"""
                        .formatted(tree, points(WIDTH), points(HEIGHT), content, letters));
        return page;
    }
}
