package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.Page;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The conditions of a list as SQL, and their parameters in order; all of them must hold. */
public final class Conditions {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** For {@code where}; {@code true} when there are none. */
    public String text() {
        return texts.isEmpty() ? "true" : String.join(" and ", texts);
    }

    /** What {@link #text} needs. */
    public Tuple parameters() {
        return Tuple.from(values);
    }

    /** Adds one; its parameters come from {@link #next}. */
    public void add(String condition) {
        texts.add(condition);
    }

    /** The place of one more parameter. */
    public String next(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    /** One alone is an equation, which an index answers in the order of its next column. */
    public void oneOf(String column, Set<String> wanted) {
        if (wanted.size() == 1) {
            add(column + " = " + next(wanted.iterator().next()));
        } else if (wanted.size() > 1) {
            String[] sorted = wanted.stream().sorted().toArray(String[]::new);
            add(column + " = any(" + next(sorted) + ")");
        }
    }

    /**
     * As {@link #oneOf}, in the text of the statement, as a partial index has it.
     *
     * @param wanted names of our own, never what a caller wrote
     */
    public void oneOfOurs(String column, Set<String> wanted) {
        if (!wanted.isEmpty()) {
            List<String> each =
                    wanted.stream().sorted().map(one -> column + " = '" + one + "'").toList();
            add("(" + String.join(" or ", each) + ")");
        }
    }

    /** From then on, and before then. */
    public void between(String column, Optional<Instant> from, Optional<Instant> to) {
        from.ifPresent(at -> add(column + " >= " + next(at.atOffset(ZoneOffset.UTC))));
        to.ifPresent(at -> add(column + " < " + next(at.atOffset(ZoneOffset.UTC))));
    }

    /** The order and the limits that follow the conditions; nothing is added afterwards. */
    public String bounds(String order, Page.Request page) {
        return " order by %s limit %s offset %s"
                .formatted(order, next(page.size()), next(page.offset()));
    }

    /** A text that is a whole UUID, in any case. */
    public static Optional<UUID> uuid(String text) {
        return Optional.of(text.toLowerCase(Locale.ROOT))
                .filter(small -> UUID_TEXT.matcher(small).matches())
                .map(UUID::fromString);
    }
}
