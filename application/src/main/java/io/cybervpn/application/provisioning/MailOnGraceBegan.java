package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.FindMailbox;
import io.cybervpn.application.provisioning.port.GraceMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.provisioning.GraceBegan;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes to customers who are served in grace: once for each end, and once for each period of
 * traffic that was used up. Who has no address here is not written to. A mail that could not be
 * sent before the grace was over, or for a day, is not sent any more.
 */
@Singleton
public final class MailOnGraceBegan implements EventHandler<GraceBegan> {
    private static final Duration FRESH = Duration.ofDays(1);

    private final FindMailbox findMailbox;
    private final GraceMails mails;
    private final Clock clock;

    @Inject
    MailOnGraceBegan(FindMailbox findMailbox, GraceMails mails, Clock clock) {
        this.findMailbox = findMailbox;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Class<GraceBegan> event() {
        return GraceBegan.class;
    }

    @Override
    public String name() {
        return "provisioning.grace-mail";
    }

    @Override
    public Uni<Void> handle(GraceBegan event) {
        return isOld(event)
                ? Uni.createFrom().voidItem()
                : findMailbox
                        .execute(new FindMailbox.Query(event.account()))
                        .chain(found -> send(found, event));
    }

    private boolean isOld(GraceBegan event) {
        Instant now = clock.instant();
        return now.isAfter(event.at().plus(FRESH)) || now.isAfter(event.until());
    }

    private Uni<Void> send(FindMailbox.Result found, GraceBegan event) {
        return switch (found) {
            case FindMailbox.Result.None() -> Uni.createFrom().voidItem();
            case FindMailbox.Result.Found(var email, var locale) ->
                    mails.send(email, locale, event);
        };
    }
}
