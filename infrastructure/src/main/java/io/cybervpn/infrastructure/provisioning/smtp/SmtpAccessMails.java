package io.cybervpn.infrastructure.provisioning.smtp;

import io.cybervpn.application.provisioning.port.AccessMails;
import io.cybervpn.infrastructure.shared.MailTexts;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mails by the server that {@code quarkus.mailer} names; gives up after 10 s. */
@Singleton
final class SmtpAccessMails implements AccessMails {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String WITH_LINK = "access_ready";
    private static final String WITHOUT_LINK = "service_ready";

    private final ReactiveMailer mailer;
    private final MailTexts texts = new MailTexts(List.of(WITH_LINK, WITHOUT_LINK));

    @Inject
    SmtpAccessMails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> send(String email, String locale, Optional<String> link) {
        MailTexts.Letter letter =
                link.map(url -> texts.letter(WITH_LINK, locale).with(Map.of("link", url)))
                        .orElseGet(() -> texts.letter(WITHOUT_LINK, locale).with(Map.of()));
        Mail mail =
                Mail.withText(email, letter.subject(), letter.body())
                        .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(PATIENCE).fail();
    }
}
