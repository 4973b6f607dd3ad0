package io.cybervpn.infrastructure.fiscal.nalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as the service writes them: seconds, with Moscow's offset. */
final class MoscowTime {
    private static final ZoneOffset MOSCOW = ZoneOffset.ofHours(3);

    private MoscowTime() {}

    static String of(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atOffset(MOSCOW));
    }
}
