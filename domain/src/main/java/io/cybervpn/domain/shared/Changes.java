package io.cybervpn.domain.shared;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became different: fields by name, each as text before and after. Never put a secret in here;
 * name it as changed by {@link #hidden}.
 *
 * @param fields only those that differ
 */
public record Changes(SortedMap<String, Change> fields) {
    /** The longest value in UTF-16 units; what is beyond is cut. */
    public static final int VALUE_LENGTH_MAX = 2000;

    private static final String HIDDEN = "***";

    /** Copies, so that nobody changes it later. */
    public Changes {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /**
     * One field.
     *
     * @param before empty when it was not there
     * @param after empty when it is gone
     */
    public record Change(Optional<String> before, Optional<String> after) {
        /** Cuts what is too long, and drops the NUL that no database keeps. */
        public Change {
            before = before.map(Changes::cut);
            after = after.map(Changes::cut);
        }
    }

    /** No field. */
    public static Changes none() {
        return new Changes(new TreeMap<>());
    }

    /** A thing that was not there before. */
    public static Changes created(Map<String, ?> after) {
        return between(Map.of(), after);
    }

    /** A thing that is gone. */
    public static Changes removed(Map<String, ?> before) {
        return between(before, Map.of());
    }

    /** The fields whose texts differ; a value is written by its {@code toString}. */
    public static Changes between(Map<String, ?> before, Map<String, ?> after) {
        SortedMap<String, Change> fields = new TreeMap<>();
        for (String name : before.keySet()) {
            put(fields, name, text(before, name), text(after, name));
        }
        for (String name : after.keySet()) {
            put(fields, name, text(before, name), text(after, name));
        }
        return new Changes(fields);
    }

    /** These and one more field. */
    public Changes and(String field, String before, String after) {
        SortedMap<String, Change> more = new TreeMap<>(fields);
        put(more, field, Optional.of(before), Optional.of(after));
        return new Changes(more);
    }

    /** These and a secret: that it changed, not from what to what. */
    public Changes hidden(String field) {
        SortedMap<String, Change> more = new TreeMap<>(fields);
        more.put(field, new Change(Optional.empty(), Optional.of(HIDDEN)));
        return new Changes(more);
    }

    private static void put(
            SortedMap<String, Change> fields,
            String name,
            Optional<String> before,
            Optional<String> after) {
        if (!before.equals(after)) {
            fields.put(name, new Change(before, after));
        }
    }

    private static Optional<String> text(Map<String, ?> values, String name) {
        return Optional.ofNullable(values.get(name)).map(Objects::toString);
    }

    private static String cut(String value) {
        String plain = value.replace("\0", "");
        int end = Math.min(plain.length(), VALUE_LENGTH_MAX);
        // Half a character, which UTF-8 does not have, becomes a question mark here already.
        return new String(
                plain.substring(0, end).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
