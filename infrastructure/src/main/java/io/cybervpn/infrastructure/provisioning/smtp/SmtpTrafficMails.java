package io.cybervpn.infrastructure.provisioning.smtp;

import io.cybervpn.application.provisioning.port.TrafficMails;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.cybervpn.infrastructure.shared.MailTexts;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Mails by the server that {@code quarkus.mailer} names; gives up after 10 s. */
@Singleton
final class SmtpTrafficMails implements TrafficMails {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SOME = "traffic_threshold";
    private static final String ALL = "traffic_used_up";
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);

    private final ReactiveMailer mailer;
    private final MailTexts texts = new MailTexts(List.of(SOME, ALL));

    @Inject
    SmtpTrafficMails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> send(String email, String locale, TrafficThresholdReached reached) {
        MailTexts.Letter letter =
                texts.letter(reached.percent() < 100 ? SOME : ALL, locale).with(values(reached));
        Mail mail =
                Mail.withText(email, letter.subject(), letter.body())
                        .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(PATIENCE).fail();
    }

    private static Map<String, String> values(TrafficThresholdReached reached) {
        return Map.of(
                "percent", String.valueOf(reached.percent()),
                "used", gigabytes(reached.usedBytes()),
                "limit", gigabytes(reached.limitBytes()));
    }

    /** In GiB, as apps and the panel show it. */
    private static String gigabytes(long bytes) {
        return BigDecimal.valueOf(bytes)
                        .divide(GIGABYTE, 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " GiB";
    }
}
