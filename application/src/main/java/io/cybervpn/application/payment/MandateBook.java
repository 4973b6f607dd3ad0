package io.cybervpn.application.payment;

import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Mandate.Standing;
import io.cybervpn.domain.payment.repository.Mandates;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Stores agreements, each with when to look at it again. Only for an open unit of work. */
@Singleton
final class MandateBook {
    /** A charge has so long to be told of by itself. */
    static final Duration CHARGE_LATE = Duration.ofHours(1);

    private final Mandates mandates;
    private final Clock clock;

    @Inject
    MandateBook(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    /** All of them. */
    Mandates mandates() {
        return mandates;
    }

    /** Now. */
    Instant now() {
        return clock.instant();
    }

    /** Stores what became of a held one. */
    Uni<Void> put(Mandate before, Mandate after) {
        return after.equals(before)
                ? Uni.createFrom().voidItem()
                : mandates.save(after, lookAt(after));
    }

    private Optional<Instant> lookAt(Mandate mandate) {
        if (mandate.toTell().isPresent()) {
            return Optional.of(now());
        }
        return mandate.standing() instanceof Standing.Running(var until)
                ? Optional.of(until.plus(CHARGE_LATE))
                : Optional.empty();
    }
}
