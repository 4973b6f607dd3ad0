package io.cybervpn.application.live;

import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A value in news. What is a secret or names a person has no place here. */
public sealed interface Datum {
    /** A text, an id, a code. */
    record Text(String value) implements Datum {}

    /** A count. */
    record Whole(long value) implements Datum {}

    /** Yes or no. */
    record Flag(boolean value) implements Datum {}

    /** Known to be absent, such as the end of what has none. */
    record Absent() implements Datum {}

    /** An amount. */
    record Sum(Money value) implements Datum {}

    /** Named values. */
    record Fields(Map<String, Datum> values) implements Datum {
        /** Copies them, in the order of their names: the same values are the same text. */
        public Fields {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }

    /** Values of one kind, in their order. */
    record Many(List<Datum> values) implements Datum {
        /** Copies them. */
        public Many {
            values = List.copyOf(values);
        }
    }

    /** A text. */
    static Datum of(String text) {
        return new Text(text);
    }

    /** An id. */
    static Datum of(UUID id) {
        return new Text(id.toString());
    }

    /** A moment, as the API writes it. */
    static Datum of(Instant at) {
        return new Text(at.toString());
    }

    /** A count. */
    static Datum of(long count) {
        return new Whole(count);
    }

    /** An amount. */
    static Datum of(Money amount) {
        return new Sum(amount);
    }
}
