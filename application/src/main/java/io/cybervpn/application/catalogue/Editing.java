package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.port.PlansOnSale;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/** Changes the catalogue; afterwards this instance shows it as it is now. */
@Singleton
final class Editing {
    private final UnitOfWork unitOfWork;
    private final PlansOnSale onSale;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Editing(UnitOfWork unitOfWork, PlansOnSale onSale, AuditTrail audit, Ids ids, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.onSale = onSale;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    <T> Uni<T> run(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).call(onSale::forget);
    }

    /** Says what was done, in the same unit of work. */
    Uni<Void> record(AuditTrail.Entry entry) {
        return audit.append(entry);
    }

    UUID nextId() {
        return ids.next();
    }

    /** In milliseconds: what the first answer says is what the store gives later. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
