package io.cybervpn.infrastructure.renewal.smtp;

import io.cybervpn.application.renewal.port.RenewalMails;
import io.cybervpn.domain.renewal.Topic;
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
import java.util.stream.Stream;

/** Mails by the server that {@code quarkus.mailer} names; gives up after 10 s. */
@Singleton
final class SmtpRenewalMails implements RenewalMails {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> MOMENTS = List.of("end", "chargeAt");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final ReactiveMailer mailer;
    private final MailTexts texts =
            new MailTexts(
                    Stream.of(Topic.values()).map(topic -> "renewal_" + topic.code()).toList());

    @Inject
    SmtpRenewalMails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> send(Reader reader, Topic topic, Map<String, String> values) {
        MailTexts.Letter letter =
                texts.letter("renewal_" + topic.code(), reader.locale()).with(readable(values));
        Mail mail =
                Mail.withText(reader.email(), letter.subject(), letter.body())
                        .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(PATIENCE).fail();
    }

    /** The mail's own words for reasons are in its language: codes stay out of it. */
    private static Map<String, String> readable(Map<String, String> values) {
        Map<String, String> readable = new HashMap<>(values);
        MOMENTS.forEach(
                name ->
                        readable.computeIfPresent(
                                name, (_, moment) -> MINUTE.format(Instant.parse(moment))));
        return readable;
    }
}
