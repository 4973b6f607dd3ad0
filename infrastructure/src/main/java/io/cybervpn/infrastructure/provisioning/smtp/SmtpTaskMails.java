package io.cybervpn.infrastructure.provisioning.smtp;

import io.cybervpn.application.provisioning.port.TaskMails;
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
import java.util.stream.Collectors;

/** Mails by the server that {@code quarkus.mailer} names; gives up after 10 s. */
@Singleton
final class SmtpTaskMails implements TaskMails {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TASKS = "staff_tasks";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final ReactiveMailer mailer;
    private final MailTexts texts = new MailTexts(List.of(TASKS));

    @Inject
    SmtpTaskMails(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Uni<Void> send(List<String> to, String locale, Digest digest) {
        MailTexts.Letter letter = texts.letter(TASKS, locale).with(values(digest));
        Mail mail =
                new Mail()
                        .addTo(to.toArray(String[]::new))
                        .setSubject(letter.subject())
                        .setText(letter.body())
                        .addHeader("Auto-Submitted", "auto-generated");
        return mailer.send(mail).ifNoItem().after(PATIENCE).fail();
    }

    private static Map<String, String> values(Digest digest) {
        return Map.of("fresh", lines(digest.fresh()), "overdue", lines(digest.overdue()));
    }

    private static String lines(List<Line> lines) {
        return lines.isEmpty()
                ? "-"
                : lines.stream().map(SmtpTaskMails::line).collect(Collectors.joining("\n"));
    }

    private static String line(Line line) {
        return "%s  %s  %s  %s"
                .formatted(
                        MOMENT.format(line.openedAt()),
                        line.kind().code(),
                        line.panel(),
                        line.id().value());
    }
}
