package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.FindMailbox;
import io.cybervpn.application.provisioning.port.AccessMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends the link to the customer who can connect for the first time (R129); of a service without a
 * link only that it is ready. Renewals and changes tell nothing. Who has no address here is not
 * written to. A mail that could not be sent for two days is not sent any more; a crash between the
 * mail and the note of it sends it again.
 */
@Singleton
public final class MailOnAccessGranted implements EventHandler<AccessGranted> {
    private static final Duration FRESH = Duration.ofDays(2);

    private final FindMailbox findMailbox;
    private final Accesses accesses;
    private final AccessLinks links;
    private final LinkDesk desk;
    private final AccessMails mails;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    @Inject
    MailOnAccessGranted(
            FindMailbox findMailbox,
            Accesses accesses,
            AccessLinks links,
            LinkDesk desk,
            AccessMails mails,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.findMailbox = findMailbox;
        this.accesses = accesses;
        this.links = links;
        this.desk = desk;
        this.mails = mails;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public Class<AccessGranted> event() {
        return AccessGranted.class;
    }

    @Override
    public String name() {
        return "provisioning.access-mail";
    }

    @Override
    public Uni<Void> handle(AccessGranted event) {
        return clock.instant().isAfter(event.at().plus(FRESH))
                ? Uni.createFrom().voidItem()
                : unitOfWork
                        .run(() -> links.isSent(event.access()))
                        .chain(sent -> sent ? Uni.createFrom().voidItem() : tell(event));
    }

    private Uni<Void> tell(AccessGranted event) {
        return findMailbox
                .execute(new FindMailbox.Query(event.account()))
                .chain(found -> send(found, event.access()));
    }

    private Uni<Void> send(FindMailbox.Result found, AccessId access) {
        return switch (found) {
            case FindMailbox.Result.None() -> Uni.createFrom().voidItem();
            case FindMailbox.Result.Found(var email, var locale) ->
                    unitOfWork
                            .run(() -> link(access))
                            .chain(link -> mails.send(email, locale, link))
                            .chain(() -> unitOfWork.run(() -> links.sent(access, clock.instant())));
        };
    }

    private Uni<Optional<String>> link(AccessId access) {
        return desk.url(access)
                .chain(
                        url ->
                                accesses.find(access)
                                        .map(
                                                found ->
                                                        found.filter(MailOnAccessGranted::isVpn)
                                                                .map(_ -> url)));
    }

    private static boolean isVpn(Access access) {
        return access.desire().spec().entitlement().resources() instanceof Resources.None;
    }
}
