package io.cybervpn.presentation.statistics.rest;

import io.cybervpn.application.statistics.Stretch;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What requests for figures have in common. */
final class Figures {
    private static final Duration USUAL = Duration.ofDays(30);

    private Figures() {}

    static MoneyJson money(long minorUnits, Asset asset) {
        return new MoneyJson(
                BigDecimal.valueOf(minorUnits, asset.scale()).toPlainString(), asset.code());
    }

    static @Nullable MoneyJson money(OptionalLong minorUnits, Asset asset) {
        return minorUnits.isPresent() ? money(minorUnits.getAsLong(), asset) : null;
    }

    static @Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    static Asset asset(String currency) {
        return Asset.find(currency)
                .orElseThrow(() -> invalid("currency", "There is no such currency."));
    }

    /** Without an end it ends now, without a beginning it is 30 days long. */
    static Stretch stretch(@Nullable String from, @Nullable String to, Instant now) {
        Instant end = to == null ? now : moment("to", to);
        return Stretch.of(from == null ? end.minus(USUAL) : moment("from", from), end)
                .orElseThrow(
                        () -> invalid("to", "It has to come after from, within ten years of it."));
    }

    private static Instant moment(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw invalid(name, "A time of RFC 3339 in UTC, such as 2026-01-31T00:00:00Z.");
        }
    }

    static <E extends Enum<E>> E named(String parameter, String name, Stream<E> known) {
        return known.filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> invalid(parameter, "This value is not known here."));
    }

    private static RuntimeException invalid(String parameter, String message) {
        return Problem.invalid("/" + parameter, "invalid", message).asException();
    }
}
