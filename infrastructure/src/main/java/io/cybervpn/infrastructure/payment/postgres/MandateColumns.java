package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Mandate.Cause;
import io.cybervpn.domain.payment.model.Mandate.Heard;
import io.cybervpn.domain.payment.model.Mandate.Standing;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An agreement as columns of payment_mandate, both ways. */
final class MandateColumns {
    private static final List<String> ALL =
            List.of(
                    "payment_id",
                    "subject",
                    "payer",
                    "provider",
                    "amount_minor",
                    "asset",
                    "period_days",
                    "state",
                    "paid_until",
                    "ended_at",
                    "to_tell",
                    "heard_number",
                    "heard_at");
    static final String NAMES = String.join(", ", ALL);
    static final String NAMES_OF_M =
            ALL.stream().map(name -> "m." + name).collect(Collectors.joining(", "));

    /** Of rows with one column more: since when they were due. */
    static final Comparator<Object[]> LONGEST_DUE =
            Comparator.comparing(row -> time(row[ALL.size()]).orElseThrow());

    private MandateColumns() {}

    static Mandate mandate(Object[] row) {
        return new Mandate(
                new PaymentId((UUID) row[0]),
                (UUID) row[1],
                new AccountId((UUID) row[2]),
                (String) row[3],
                new Money(((Number) row[4]).longValue(), Asset.of((String) row[5])),
                Duration.ofDays(((Number) row[6]).longValue()),
                standing(row),
                text(row[10]).map(code -> Steering.valueOf(code.toUpperCase(Locale.ROOT))),
                time(row[12]).map(at -> new Heard(((Number) row[11]).longValue(), at)));
    }

    private static Standing standing(Object[] row) {
        String state = (String) row[7];
        return switch (state) {
            case "offered" -> new Standing.Offered();
            case "running" -> new Standing.Running(time(row[8]).orElseThrow());
            case "cancelled" -> ended(row, Cause.CANCELLED);
            case "failed" -> ended(row, Cause.FAILED);
            default -> throw new IllegalStateException("agreement " + row[0] + " is " + state);
        };
    }

    private static Standing ended(Object[] row, Cause cause) {
        return new Standing.Ended(time(row[8]).orElseThrow(), cause, time(row[9]).orElseThrow());
    }

    /** What changes; what is absent is an empty text. */
    static Map<String, Object> values(Mandate mandate) {
        return Map.of(
                "state", state(mandate.standing()),
                "until", mandate.paidUntil().map(Instant::toString).orElse(""),
                "ended",
                        mandate.standing() instanceof Standing.Ended(_, _, var at)
                                ? at.toString()
                                : "",
                "tell",
                        mandate.toTell()
                                .map(steering -> steering.name().toLowerCase(Locale.ROOT))
                                .orElse(""),
                "heard", mandate.heard().map(word -> String.valueOf(word.number())).orElse(""),
                "heardAt", mandate.heard().map(word -> word.at().toString()).orElse(""));
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Offered _ -> "offered";
            case Standing.Running _ -> "running";
            case Standing.Ended(_, var cause, _) -> cause.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value).map(String.class::cast);
    }

    private static Optional<Instant> time(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(
                        moment ->
                                switch (moment) {
                                    case Instant instant -> instant;
                                    case OffsetDateTime offset -> offset.toInstant();
                                    default ->
                                            throw new IllegalStateException(
                                                    "no time: " + moment.getClass());
                                });
    }
}
