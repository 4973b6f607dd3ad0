package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.model.Grace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a client announces to who is served in grace. At most 200 characters, as clients show; in
 * English and Russian, other languages read English.
 */
final class GraceWords {
    private static final int LENGTH_MAX = 200;
    private static final String RUSSIAN = "ru";
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private GraceWords() {}

    /**
     * The text.
     *
     * @param renew where one pays
     */
    static String of(Grace grace, String language, Optional<String> renew) {
        boolean russian = language.equals(RUSSIAN) || language.startsWith(RUSSIAN + "-");
        String text = why(grace, russian).formatted(mebibytes(grace), MOMENT.format(grace.until()));
        return renew.map(url -> text + (russian ? " Оплатить: " : " Pay: ") + url)
                .filter(whole -> whole.length() <= LENGTH_MAX)
                .orElse(text);
    }

    private static String why(Grace grace, boolean russian) {
        return switch (grace.reason()) {
            case END ->
                    russian
                            ? "Подписка закончилась: ещё %s МиБ до %s UTC."
                            : "Your subscription has ended: %s MiB more until %s UTC.";
            case LIMIT ->
                    russian
                            ? "Трафик закончился: ещё %s МиБ до %s UTC."
                            : "Your traffic is used up: %s MiB more until %s UTC.";
        };
    }

    private static String mebibytes(Grace grace) {
        return BigDecimal.valueOf(grace.trafficBytes())
                .divide(MEBIBYTE, 0, RoundingMode.DOWN)
                .toPlainString();
    }
}
