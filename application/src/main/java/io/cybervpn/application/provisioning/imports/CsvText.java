package io.cybervpn.application.provisioning.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as text (RFC 4180): fields in quotes or not, separated by commas, or by semicolons where
 * the first line has some and no comma; lines end by CR, LF or both. Blank lines are left out, and
 * a byte order mark is. Pure; each character is looked at once.
 */
final class CsvText {
    private static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private int at;
    private boolean broken;

    private CsvText(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
        String first = text.lines().findFirst().orElse("");
        this.separator = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    /** What was read. */
    sealed interface Read {
        /**
         * A table, each line of it as wide as its header.
         *
         * @param header never empty
         */
        record Table(List<String> header, List<List<String>> lines) implements Read {
            /** Copies. */
            public Table {
                header = List.copyOf(header);
                lines = List.copyOf(lines);
            }
        }

        /** There is nothing. */
        record Empty() implements Read {}

        /** More lines than were allowed. */
        record TooLong() implements Read {}

        /**
         * Not a table.
         *
         * @param line of it, the header is 1; blank ones do not count
         */
        record Broken(int line) implements Read {}
    }

    /** Reads it, up to so many lines beside the header. What no database keeps is no text. */
    static Read read(String text, int linesMax) {
        return text.indexOf('\0') < 0 ? new CsvText(text).read(linesMax) : new Read.Broken(1);
    }

    private Read read(int linesMax) {
        List<List<String>> lines = new ArrayList<>();
        while (at < text.length() && !broken && lines.size() <= linesMax + 1) {
            add(lines, line());
        }
        if (lines.size() > linesMax + 1) {
            return new Read.TooLong();
        }
        if (broken) {
            return new Read.Broken(lines.size());
        }
        return lines.isEmpty() ? new Read.Empty() : table(lines);
    }

    private static void add(List<List<String>> lines, List<String> line) {
        if (line.size() > 1 || !line.getFirst().isBlank()) {
            lines.add(line);
        }
    }

    private static Read table(List<List<String>> lines) {
        int width = lines.getFirst().size();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).size() != width) {
                return new Read.Broken(i + 1);
            }
        }
        return new Read.Table(
                lines.getFirst().stream().map(String::strip).toList(),
                lines.subList(1, lines.size()));
    }

    private List<String> line() {
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            fields.add(field());
        }
        endLine();
        return List.copyOf(fields);
    }

    private void endLine() {
        if (at < text.length() && !isLineEnd(text.charAt(at))) {
            broken = true;
        }
        if (text.startsWith("\r\n", at)) {
            at++;
        }
        at++;
    }

    private static boolean isLineEnd(char one) {
        return one == '\n' || one == '\r';
    }

    private String field() {
        return at < text.length() && text.charAt(at) == QUOTE ? quoted() : plain();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Two quotes in it are one of its own. */
    private String quoted() {
        StringBuilder value = new StringBuilder();
        int from = at + 1;
        int to = text.indexOf(QUOTE, from);
        while (to >= 0 && text.startsWith("\"\"", to)) {
            value.append(text, from, to + 1);
            from = to + 2;
            to = text.indexOf(QUOTE, from);
        }
        broken = broken || to < 0;
        int end = to < 0 ? text.length() : to;
        at = to < 0 ? end : end + 1;
        return value.append(text, Math.min(from, end), end).toString();
    }
}
