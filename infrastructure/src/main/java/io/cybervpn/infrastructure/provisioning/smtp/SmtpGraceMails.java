package io.cybervpn.infrastructure.provisioning.smtp;

import io.cybervpn.application.provisioning.port.GraceMails;
import io.cybervpn.domain.provisioning.GraceBegan;
import io.cybervpn.infrastructure.shared.MailTexts;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Mails by the server that {@code quarkus.mailer} names; gives up after 10 s. */
@Singleton
final class SmtpGraceMails implements GraceMails {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String END = "grace_after_end";
    private static final String LIMIT = "grace_after_limit";
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final ReactiveMailer mailer;
    private final MailTexts texts = new MailTexts(List.of(END, LIMIT));

    @Inject
    SmtpGraceMails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> send(String email, String locale, GraceBegan began) {
        MailTexts.Letter letter = texts.letter(name(began), locale).with(values(began));
        Mail mail =
                Mail.withText(email, letter.subject(), letter.body())
                        .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(PATIENCE).fail();
    }

    private static String name(GraceBegan began) {
        return switch (began.reason()) {
            case END -> END;
            case LIMIT -> LIMIT;
        };
    }

    private static Map<String, String> values(GraceBegan began) {
        return Map.of(
                "until", MOMENT.format(began.until()),
                "traffic", mebibytes(began.trafficBytes()));
    }

    private static String mebibytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(MEBIBYTE, 0, RoundingMode.DOWN).toPlainString()
                + " MiB";
    }
}
