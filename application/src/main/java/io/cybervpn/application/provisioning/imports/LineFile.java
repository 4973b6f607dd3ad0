package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.provisioning.imports.LineSource.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A file of another shop, read by the names of its columns. Pure. */
public sealed interface LineFile {
    /** The most lines of one file; a larger shop comes in several. */
    int LINES_MAX = 10_000;

    /** How long what makes a line one may be. */
    int ROW_LENGTH_MAX = 100;

    /**
     * Its lines.
     *
     * @param ignored columns that are not read
     */
    record Lines(List<ImportJob.Entry> entries, List<String> ignored) implements LineFile {
        private static final Set<Field> PANEL_USERS =
                Set.of(Field.PANEL_USER, Field.PANEL_UUID, Field.SHORT_UUID, Field.LINK);

        /** Copies. */
        public Lines {
            entries = List.copyOf(entries);
            ignored = List.copyOf(ignored);
        }

        boolean namePanelUsers() {
            return entries.stream()
                    .anyMatch(
                            entry ->
                                    PANEL_USERS.stream()
                                            .map(Field::code)
                                            .anyMatch(entry.data()::containsKey));
        }
    }

    /** Why it cannot be used. */
    sealed interface Fault extends LineFile {
        /** There is no line. */
        record Empty() implements Fault {}

        /** More than {@link #LINES_MAX}. */
        record TooLong() implements Fault {}

        /** A line is no line of the table; the header is 1. */
        record Broken(int line) implements Fault {}

        /** There is no such column, or none of these. */
        record NoColumn(List<String> names) implements Fault {
            /** Copies. */
            public NoColumn {
                names = List.copyOf(names);
            }
        }

        /** A line says not what makes it one, or something too long; the header is 1. */
        record NoRow(int line) implements Fault {}

        /** What makes a line one makes an earlier one too; the header is 1. */
        record Repeated(int line) implements Fault {}
    }

    /** Reads it. */
    static LineFile read(LineSource source, String csv) {
        return switch (CsvText.read(csv, LINES_MAX)) {
            case CsvText.Read.Empty() -> new Fault.Empty();
            case CsvText.Read.TooLong() -> new Fault.TooLong();
            case CsvText.Read.Broken(var line) -> new Fault.Broken(line);
            case CsvText.Read.Table table -> lines(source, table);
        };
    }

    private static LineFile lines(LineSource source, CsvText.Read.Table table) {
        Map<Field, Integer> places = source.places(table.header());
        Integer row = places.get(Field.ROW);
        if (row == null) {
            return new Fault.NoColumn(source.column(Field.ROW).stream().toList());
        }
        if (!places.containsKey(Field.TELEGRAM) && !places.containsKey(Field.EMAIL)) {
            return new Fault.NoColumn(
                    Stream.of(Field.TELEGRAM, Field.EMAIL)
                            .flatMap(field -> source.column(field).stream())
                            .toList());
        }
        return entries(source, table, places, row);
    }

    private static LineFile entries(
            LineSource source, CsvText.Read.Table table, Map<Field, Integer> places, int row) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < table.lines().size(); i++) {
            String name = table.lines().get(i).get(row).strip();
            if (name.isEmpty() || name.length() > ROW_LENGTH_MAX) {
                return new Fault.NoRow(i + 2);
            }
            if (!seen.add(name)) {
                return new Fault.Repeated(i + 2);
            }
        }
        return table.lines().isEmpty()
                ? new Fault.Empty()
                : new Lines(
                        table.lines().stream().map(line -> entry(line, places, row)).toList(),
                        source.ignored(table.header()));
    }

    private static ImportJob.Entry entry(List<String> line, Map<Field, Integer> places, int row) {
        Map<String, String> data = new HashMap<>();
        places.forEach((field, at) -> put(data, field, line.get(at)));
        return new ImportJob.Entry(line.get(row).strip(), data);
    }

    private static void put(Map<String, String> data, Field field, String value) {
        if (!value.isBlank()) {
            data.put(field.code(), value);
        }
    }

    /** By which two files are known to be the same. */
    static String digest(String csv) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
