package io.cybervpn.infrastructure.provisioning.smtp;

import io.cybervpn.application.provisioning.port.RemovalMails;
import io.cybervpn.domain.provisioning.RemovalNear;
import io.cybervpn.infrastructure.shared.MailTexts;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Mails by the server that {@code quarkus.mailer} names; gives up after 10 s. */
@Singleton
final class SmtpRemovalMails implements RemovalMails {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NEAR = "removal_near";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final ReactiveMailer mailer;
    private final MailTexts texts = new MailTexts(List.of(NEAR));

    @Inject
    SmtpRemovalMails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> send(String email, String locale, RemovalNear near) {
        MailTexts.Letter letter =
                texts.letter(NEAR, locale).with(Map.of("at", MOMENT.format(near.removeAt())));
        Mail mail =
                Mail.withText(email, letter.subject(), letter.body())
                        .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(PATIENCE).fail();
    }
}
