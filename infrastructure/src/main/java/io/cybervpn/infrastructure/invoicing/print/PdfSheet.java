package io.cybervpn.infrastructure.invoicing.print;

import io.cybervpn.infrastructure.invoicing.print.Sheet.Block;
import io.cybervpn.infrastructure.invoicing.print.Sheet.Fact;
import java.util.List;
import java.util.stream.IntStream;

/** A sheet as a PDF of as many pages as it needs. Lengths as {@link PdfCanvas} has them. */
final class PdfSheet {
    private static final int MARGIN = 5_000;
    private static final int RIGHT = PdfCanvas.WIDTH - MARGIN;
    private static final int MIDDLE = PdfCanvas.WIDTH / 2;
    private static final int BOTTOM = PdfCanvas.HEIGHT - MARGIN;
    private static final int SIZE = 1_000;
    private static final int SMALL = 800;
    private static final int TITLE = 1_800;
    private static final int LINE = 1_500;
    private static final int GAP = 600;
    private static final int NUMBER_WIDTH = 9_000;

    private final PdfCanvas canvas;
    private int y = MARGIN + TITLE;

    private PdfSheet(TrueType font) {
        this.canvas = new PdfCanvas(font);
    }

    static byte[] of(Sheet sheet, TrueType font) {
        PdfSheet pdf = new PdfSheet(font);
        pdf.head(sheet);
        pdf.table(sheet.columns(), sheet.rows());
        pdf.sums(sheet.sums());
        pdf.note(sheet.note());
        return pdf.canvas.finish(sheet.title(), sheet.language());
    }

    private void head(Sheet sheet) {
        canvas.text(MARGIN, y, TITLE, sheet.title());
        y += TITLE + GAP;
        sheet.facts().forEach(fact -> lines(MARGIN, RIGHT, fact.name() + ": " + fact.value()));
        y += LINE;
        int top = y;
        block(MARGIN, MIDDLE - GAP, sheet.seller());
        int end = y;
        y = top;
        block(MIDDLE, RIGHT, sheet.buyer());
        y = Math.max(y, end) + LINE;
    }

    private void block(int from, int to, Block block) {
        canvas.text(from, y, SMALL, block.heading());
        y += LINE;
        block.lines().forEach(line -> lines(from, to, line));
    }

    /** Text of as many lines as it needs. */
    private void lines(int from, int to, String text) {
        for (String line : canvas.wrapped(text, SIZE, to - from)) {
            need(LINE);
            canvas.text(from, y, SIZE, line);
            y += LINE;
        }
    }

    /** What does not fit any more is on the next page. */
    private void need(int height) {
        if (y + height > BOTTOM) {
            canvas.newPage();
            y = MARGIN + LINE;
        }
    }

    private void table(List<String> columns, List<List<String>> rows) {
        need(3 * LINE);
        canvas.text(MARGIN, y, SMALL, columns.getFirst());
        numbers(columns, SMALL);
        y += GAP;
        canvas.line(MARGIN, RIGHT, y);
        y += LINE;
        rows.forEach(this::row);
    }

    /** All but the first cell end where their columns end. */
    private void numbers(List<String> cells, int size) {
        IntStream.range(1, cells.size())
                .forEach(
                        i ->
                                canvas.textBefore(
                                        RIGHT - (cells.size() - 1 - i) * NUMBER_WIDTH,
                                        y,
                                        size,
                                        cells.get(i)));
    }

    /** The numbers stand beside the first line of what they are for. */
    private void row(List<String> cells) {
        need(2 * LINE);
        int end = RIGHT - (cells.size() - 1) * NUMBER_WIDTH - GAP;
        List<String> text = canvas.wrapped(cells.getFirst(), SIZE, end - MARGIN);
        canvas.text(MARGIN, y, SIZE, text.getFirst());
        numbers(cells, SIZE);
        y += LINE;
        text.stream().skip(1).forEach(line -> lines(MARGIN, end, line));
        canvas.line(MARGIN, RIGHT, y - LINE + GAP);
        y += GAP;
    }

    private void sums(List<Fact> sums) {
        for (Fact sum : sums) {
            need(LINE);
            canvas.textBefore(RIGHT - NUMBER_WIDTH - GAP, y, SIZE, sum.name());
            canvas.textBefore(RIGHT, y, SIZE, sum.value());
            y += LINE;
        }
    }

    private void note(String note) {
        y += LINE;
        note.lines().forEach(line -> lines(MARGIN, RIGHT, line));
    }
}
