package io.cybervpn.presentation.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who may call what, as {@code docs/permissions.md} says. */
public final class PermissionTable {
    private static final Path FILE = Path.of("..", "docs", "permissions.md");

    private final List<String> callers;
    private final Map<String, Set<String>> admitted = new TreeMap<>();

    private PermissionTable(List<List<String>> rows) {
        this.callers = rows.getFirst().subList(1, rows.getFirst().size());
        rows.stream().skip(2).forEach(row -> admitted.put(row.getFirst(), admitted(row)));
    }

    /** Reads the file. */
    public static PermissionTable read() {
        try (Stream<String> lines = Files.lines(FILE)) {
            return new PermissionTable(
                    lines.filter(line -> line.startsWith("|"))
                            .map(PermissionTable::cells)
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private Set<String> admitted(List<String> row) {
        return IntStream.range(0, callers.size())
                .filter(i -> row.get(i + 1).equals("yes"))
                .mapToObj(callers::get)
                .collect(Collectors.toSet());
    }

    /** Operations with a row. */
    public Set<String> operations() {
        return admitted.keySet();
    }

    /** Kinds of callers: guest, customer, and the roles of staff. */
    public List<String> callers() {
        return callers;
    }

    /** Whether a caller is let in. */
    public boolean admits(String operation, String caller) {
        return admitted.getOrDefault(operation, Set.of()).contains(caller);
    }
}
