package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.FindMailbox;
import io.cybervpn.application.provisioning.port.TrafficMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Writes to customers who have used much of their traffic (R161). Who has no address here is not
 * written to. A mail that could not be sent for a day is not sent any more: more may be used, or
 * nothing again.
 */
@Singleton
public final class MailOnTrafficThresholdReached implements EventHandler<TrafficThresholdReached> {
    private static final Duration FRESH = Duration.ofDays(1);

    private final FindMailbox findMailbox;
    private final TrafficMails mails;
    private final Clock clock;

    @Inject
    MailOnTrafficThresholdReached(FindMailbox findMailbox, TrafficMails mails, Clock clock) {
        this.findMailbox = findMailbox;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Class<TrafficThresholdReached> event() {
        return TrafficThresholdReached.class;
    }

    @Override
    public String name() {
        return "provisioning.traffic-mail";
    }

    @Override
    public Uni<Void> handle(TrafficThresholdReached event) {
        return clock.instant().isAfter(event.at().plus(FRESH))
                ? Uni.createFrom().voidItem()
                : findMailbox
                        .execute(new FindMailbox.Query(event.account()))
                        .chain(found -> send(found, event));
    }

    private Uni<Void> send(FindMailbox.Result found, TrafficThresholdReached event) {
        return switch (found) {
            case FindMailbox.Result.None() -> Uni.createFrom().voidItem();
            case FindMailbox.Result.Found(var email, var locale) ->
                    mails.send(email, locale, event);
        };
    }
}
