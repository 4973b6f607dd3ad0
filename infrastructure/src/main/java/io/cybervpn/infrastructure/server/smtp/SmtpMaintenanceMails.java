package io.cybervpn.infrastructure.server.smtp;

import io.cybervpn.application.server.port.MaintenanceMails;
import io.cybervpn.infrastructure.shared.MailTexts;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;

/** Mails by the server that {@code quarkus.mailer} names; gives up after 10 s. */
@Singleton
final class SmtpMaintenanceMails implements MaintenanceMails {
    private static final Logger LOG = Logger.getLogger(SmtpMaintenanceMails.class);
    private static final String WITH_END = "maintenance_until";
    private static final String WITHOUT_END = "maintenance";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final ReactiveMailer mailer;
    private final MailTexts texts = new MailTexts(List.of(WITH_END, WITHOUT_END));

    @Inject
    SmtpMaintenanceMails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> send(String email, String locale, Map<String, String> values) {
        Map<String, String> readable = new HashMap<>(values);
        boolean ends = !values.getOrDefault("end", "").isEmpty();
        readable.computeIfPresent(
                "end", (_, end) -> ends ? MINUTE.format(Instant.parse(end)) : end);
        MailTexts.Letter letter =
                texts.letter(ends ? WITH_END : WITHOUT_END, locale).with(readable);
        Mail mail =
                Mail.withText(email, letter.subject(), letter.body())
                        .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("a letter about maintenance waits: %s", failure));
    }
}
