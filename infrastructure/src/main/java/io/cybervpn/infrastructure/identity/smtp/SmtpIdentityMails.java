package io.cybervpn.infrastructure.identity.smtp;

import io.cybervpn.application.identity.port.IdentityMails;
import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.infrastructure.shared.MailTexts;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Mails by the server that {@code quarkus.mailer} names; gives up after 10 s. */
@Singleton
final class SmtpIdentityMails implements IdentityMails {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReactiveMailer mailer;
    private final MailTemplates templates = new MailTemplates();

    @Inject
    SmtpIdentityMails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> code(Reader reader, EmailPurpose purpose, String code) {
        return send(reader, templates.code(purpose, reader.locale(), code));
    }

    @Override
    public Uni<Void> emailChanged(Reader reader) {
        return send(reader, templates.emailChanged(reader.locale()));
    }

    @Override
    public Uni<Void> sessionStolen(Reader reader) {
        return send(reader, templates.sessionStolen(reader.locale()));
    }

    @Override
    public Uni<Void> passkeyChanged(Reader reader, boolean added) {
        return send(reader, templates.passkeyChanged(reader.locale(), added));
    }

    @Override
    public Uni<Void> secondFactorReset(Reader reader) {
        return send(reader, templates.secondFactorReset(reader.locale()));
    }

    private Uni<Void> send(Reader reader, MailTexts.Letter letter) {
        Mail mail =
                Mail.withText(reader.email(), letter.subject(), letter.body())
                        .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(PATIENCE).fail();
    }
}
