package io.cybervpn.infrastructure.payment.stars;

import io.cybervpn.domain.payment.PaymentId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference of an invoice link, which Telegram gives none: our payment, when it was made, and
 * until when we say yes to the question before the money.
 */
record StarsReference(PaymentId payment, Instant madeAt, Instant until) {
    private static final Pattern TEXT =
            Pattern.compile(
                    "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(\\d{1,12})-(\\d{1,12})");

    static Optional<StarsReference> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new StarsReference(
                                new PaymentId(UUID.fromString(matcher.group(1))),
                                Instant.ofEpochSecond(Long.parseLong(matcher.group(2))),
                                Instant.ofEpochSecond(Long.parseLong(matcher.group(3)))))
                : Optional.empty();
    }

    String text() {
        return "%s@%d-%d"
                .formatted(payment.value(), madeAt.getEpochSecond(), until.getEpochSecond());
    }
}
