package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.AccessId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a panel differs from what is wanted.
 *
 * @param at when it was begun to be read
 * @param users of the shop that it has
 * @param counts of all differences, by kind
 * @param fields of those that {@link Kind#DIFFERS}: how often each of them is another
 * @param rows the first of them
 */
public record Drift(
        Instant at, long users, Map<Kind, Long> counts, Map<String, Long> fields, List<Row> rows) {
    /** Copies. */
    public Drift {
        counts = Map.copyOf(counts);
        fields = Map.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /** What is wrong. Clients see it in lower case. */
    public enum Kind {
        /** The user is not as he should be. */
        DIFFERS,
        /** The user was made anew by somebody: another link, other keys. */
        REPLACED,
        /** The panel has no such user. */
        MISSING,
        /** The panel has a user whose access is on another one. */
        ELSEWHERE,
        /** The panel has a user of the shop's who has no access. */
        UNKNOWN;

        /** The lower-case name. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One difference.
     *
     * @param fields in which the user is another
     * @param wantedUntil empty where nothing is wanted, or nothing was compared
     * @param panelUntil empty where the panel has no such user
     */
    public record Row(
            AccessId access,
            Kind kind,
            Set<String> fields,
            Optional<Instant> wantedUntil,
            Optional<Instant> panelUntil) {
        /** Copies the set. */
        public Row {
            fields = Set.copyOf(fields);
        }
    }
}
