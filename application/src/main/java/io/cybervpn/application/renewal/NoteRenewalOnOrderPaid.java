package io.cybervpn.application.renewal;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Notes that a renewal was paid, whoever heard of it first: the one who charged, a push of the
 * provider, or the janitor. Also one that counted as failed, for money is money.
 */
@Singleton
public final class NoteRenewalOnOrderPaid implements EventHandler<OrderPaid> {
    private final UnitOfWork unitOfWork;
    private final Cycles cycles;
    private final Settled settled;

    @Inject
    NoteRenewalOnOrderPaid(UnitOfWork unitOfWork, Cycles cycles, Settled settled) {
        this.unitOfWork = unitOfWork;
        this.cycles = cycles;
        this.settled = settled;
    }

    @Override
    public Class<OrderPaid> event() {
        return OrderPaid.class;
    }

    @Override
    public String name() {
        return "renewal.note-paid";
    }

    @Override
    public Uni<Void> handle(OrderPaid event) {
        return event.renews().isEmpty()
                ? Uni.createFrom().voidItem()
                : unitOfWork.run(
                        () ->
                                cycles.lockByOrder(event.order())
                                        .map(found -> found.filter(Cycle::isPayable))
                                        .chain(found -> note(found, event)));
    }

    private Uni<Void> note(Optional<Cycle> found, OrderPaid event) {
        return found.map(cycle -> settled.paid(cycle, event.order(), event.total().toString()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
