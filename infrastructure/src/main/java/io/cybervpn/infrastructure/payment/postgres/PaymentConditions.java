package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.application.payment.PaymentFilter;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
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

/** A filter of payments as SQL, each condition in the form that finds its index. */
record PaymentConditions(String text, List<Object> values, Optional<PaymentId> after) {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The conditions of a page, its order and its bounds. */
    record Paged(String text, Tuple parameters) {}

    static PaymentConditions ofPayer(AccountId payer) {
        return new PaymentConditions("payer = $1", List.of(payer.value()), Optional.empty());
    }

    static PaymentConditions of(PaymentFilter filter) {
        Builder builder = new Builder();
        if (!filter.states().isEmpty()) {
            builder.add(states(filter.states()));
        }
        if (!filter.providers().isEmpty()) {
            builder.providers(filter.providers());
        }
        filter.payer().ifPresent(payer -> builder.add("payer = " + builder.next(payer.value())));
        filter.text().ifPresent(builder::about);
        filter.createdFrom().ifPresent(from -> builder.created(">=", from));
        filter.createdTo().ifPresent(to -> builder.created("<", to));
        return new PaymentConditions(builder.text(), builder.values, filter.after());
    }

    /** What the conditions alone need. */
    Tuple parameters() {
        return Tuple.from(values);
    }

    /** Newest first. */
    Paged paged(Page.Request page) {
        List<Object> all = new ArrayList<>(values);
        String beyond = after.map(last -> " and id < " + next(all, last.value())).orElse("");
        String bounds =
                " order by id desc limit %s offset %s"
                        .formatted(next(all, page.size()), next(all, page.offset()));
        return new Paged(text + beyond + bounds, Tuple.from(all));
    }

    /** In the text of the statement, as in that of the index of payments to look at. */
    private static String states(Set<String> states) {
        return states.stream()
                .sorted()
                .map(state -> "state = '" + state + "'")
                .reduce((left, right) -> left + " or " + right)
                .map(any -> "(" + any + ")")
                .orElseThrow();
    }

    private static String next(List<Object> values, Object value) {
        values.add(value);
        return "$" + values.size();
    }

    private static final class Builder {
        private final List<String> texts = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        String text() {
            return texts.isEmpty() ? "true" : String.join(" and ", texts);
        }

        void add(String condition) {
            texts.add(condition);
        }

        String next(Object value) {
            return PaymentConditions.next(values, value);
        }

        /** One alone is an equation, which an index by provider and age answers in its order. */
        void providers(Set<String> names) {
            if (names.size() == 1) {
                add("provider = " + next(names.iterator().next()));
            } else {
                add("provider = any(" + next(names.stream().sorted().toArray(String[]::new)) + ")");
            }
        }

        void created(String relation, Instant at) {
            add("created_at " + relation + " " + next(at.atOffset(ZoneOffset.UTC)));
        }

        /** Some providers give UUIDs too, so an id may as well be a reference. */
        void about(String text) {
            String reference = "provider_reference = " + next(text);
            String small = text.toLowerCase(Locale.ROOT);
            if (UUID_TEXT.matcher(small).matches()) {
                String id = next(UUID.fromString(small));
                add(
                        "(id = %1$s or subject = %1$s or payer = %1$s or %2$s)"
                                .formatted(id, reference));
            } else {
                add(reference);
            }
        }
    }
}
