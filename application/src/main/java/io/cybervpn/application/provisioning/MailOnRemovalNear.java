package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.FindMailbox;
import io.cybervpn.application.provisioning.port.RemovalMails;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.RemovalNear;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Writes to customers whose machines are removed soon. Who has no address here is not written to,
 * nor who has paid meanwhile, nor anybody after the removal.
 */
@Singleton
public final class MailOnRemovalNear implements EventHandler<RemovalNear> {
    private final FindMailbox findMailbox;
    private final RemovalMails mails;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Clock clock;

    @Inject
    MailOnRemovalNear(
            FindMailbox findMailbox,
            RemovalMails mails,
            UnitOfWork unitOfWork,
            Accesses accesses,
            Clock clock) {
        this.findMailbox = findMailbox;
        this.mails = mails;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.clock = clock;
    }

    @Override
    public Class<RemovalNear> event() {
        return RemovalNear.class;
    }

    @Override
    public String name() {
        return "provisioning.removal-mail";
    }

    @Override
    public Uni<Void> handle(RemovalNear event) {
        return unitOfWork
                .run(() -> accesses.find(event.access()))
                .chain(
                        found ->
                                isStillSo(found, event)
                                        ? find(event)
                                        : Uni.createFrom().voidItem());
    }

    private boolean isStillSo(Optional<Access> found, RemovalNear event) {
        return event.removeAt().isAfter(clock.instant())
                && found.flatMap(access -> access.desire().spec().removeAt())
                        .filter(event.removeAt()::equals)
                        .isPresent();
    }

    private Uni<Void> find(RemovalNear event) {
        return findMailbox
                .execute(new FindMailbox.Query(event.account()))
                .chain(found -> send(found, event));
    }

    private Uni<Void> send(FindMailbox.Result found, RemovalNear event) {
        return switch (found) {
            case FindMailbox.Result.None() -> Uni.createFrom().voidItem();
            case FindMailbox.Result.Found(var email, var locale) ->
                    mails.send(email, locale, event);
        };
    }
}
