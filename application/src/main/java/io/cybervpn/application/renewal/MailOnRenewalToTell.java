package io.cybervpn.application.renewal;

import io.cybervpn.application.identity.FindMailbox;
import io.cybervpn.application.renewal.port.RenewalMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.domain.renewal.RenewalToTell;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes to customers about their subscriptions. Who has no address here is not written to. A mail
 * that could not be sent for two days is not sent any more: it would not be true.
 */
@Singleton
public final class MailOnRenewalToTell implements EventHandler<RenewalToTell> {
    private static final Duration FRESH = Duration.ofDays(2);

    private final FindMailbox findMailbox;
    private final RenewalMails mails;
    private final Clock clock;

    @Inject
    MailOnRenewalToTell(FindMailbox findMailbox, RenewalMails mails, Clock clock) {
        this.findMailbox = findMailbox;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public Class<RenewalToTell> event() {
        return RenewalToTell.class;
    }

    @Override
    public String name() {
        return "renewal.mail";
    }

    @Override
    public Uni<Void> handle(RenewalToTell event) {
        return clock.instant().isAfter(event.at().plus(FRESH))
                ? Uni.createFrom().voidItem()
                : findMailbox
                        .execute(new FindMailbox.Query(event.account()))
                        .chain(found -> send(found, event));
    }

    private Uni<Void> send(FindMailbox.Result found, RenewalToTell event) {
        return switch (found) {
            case FindMailbox.Result.None() -> Uni.createFrom().voidItem();
            case FindMailbox.Result.Found(var email, var locale) ->
                    mails.send(
                            new RenewalMails.Reader(email, locale), event.topic(), values(event));
        };
    }

    private static Map<String, String> values(RenewalToTell event) {
        Map<String, String> values = new HashMap<>(event.values());
        values.put("end", event.end().toString());
        return values;
    }
}
