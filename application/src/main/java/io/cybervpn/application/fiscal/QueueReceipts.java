package io.cybervpn.application.fiscal;

import io.cybervpn.application.fiscal.port.FiscalRegistrar;
import io.cybervpn.application.fiscal.port.FiscalRegistrars;
import io.cybervpn.application.fiscal.port.OwedReceipts;
import io.cybervpn.application.fiscal.port.OwedReceipts.Owed;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.fiscal.FiscalReceiptId;
import io.cybervpn.domain.fiscal.model.Coverage;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.fiscal.model.ReceiptOrder;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Queues what has no receipt yet. It reads the payments themselves and not events of them, so that
 * nothing can be lost on the way, and what was missed while the shop was down is queued after. Any
 * number may run at once; each receipt is queued once.
 */
@Singleton
public final class QueueReceipts {
    private static final int LIMIT = 100;

    /** Older payments have their receipts, or the proof says that they have not. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final UnitOfWork unitOfWork;
    private final FiscalRegistrars registrars;
    private final OwedReceipts owed;
    private final FiscalReceipts receipts;
    private final Ids ids;
    private final Clock clock;

    @Inject
    QueueReceipts(
            UnitOfWork unitOfWork,
            FiscalRegistrars registrars,
            OwedReceipts owed,
            FiscalReceipts receipts,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.registrars = registrars;
        this.owed = owed;
        this.receipts = receipts;
        this.ids = ids;
        this.clock = clock;
    }

    /** One round over at most 100; answers how many there were. */
    public Uni<Integer> execute() {
        List<FiscalRegistrar> ready = registrars.ready();
        return ready.isEmpty() ? Uni.createFrom().item(0) : unitOfWork.run(() -> queueFor(ready));
    }

    private Uni<Integer> queueFor(List<FiscalRegistrar> ready) {
        List<Coverage> coverage =
                Coverage.once(ready.stream().flatMap(one -> one.coverage().stream()).toList());
        return cover(coverage).chain(() -> owed.list(query(ready, coverage))).chain(this::queue);
    }

    private Uni<Void> cover(List<Coverage> coverage) {
        return Multi.createFrom()
                .iterable(coverage)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> receipts.cover(one, clock.instant()).replaceWith(true))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private OwedReceipts.Query query(List<FiscalRegistrar> ready, List<Coverage> coverage) {
        return new OwedReceipts.Query(
                ready.stream().map(FiscalRegistrar::name).collect(Collectors.toSet()),
                coverage.stream()
                        .flatMap(one -> one.providers().stream())
                        .collect(Collectors.toSet()),
                clock.instant().minus(LOOK_BACK),
                LIMIT);
    }

    private Uni<Integer> queue(List<Owed> missing) {
        return Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUniAndConcatenate(one -> queue(one).replaceWith(true))
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<Void> queue(Owed one) {
        return switch (one.cause()) {
            case PAYMENT, REFUND -> receipts.add(order(one));
            case REFUND_UNDONE ->
                    receipts.lockOf(ReceiptCause.REFUND, one.about())
                            .chain(refund -> undo(refund, one));
        };
    }

    /** Of a refund that was not told yet nothing has to be told. */
    private Uni<Void> undo(Optional<FiscalReceipt> refund, Owed one) {
        return switch (refund.orElseThrow()) {
            case FiscalReceipt.Queued(var order) ->
                    receipts.save(
                            new FiscalReceipt.Cancelled(
                                    order, false, "the refund did not come true", clock.instant()),
                            clock.instant());
            case FiscalReceipt.Sent _, FiscalReceipt.Registered _, FiscalReceipt.GivenUp _ ->
                    receipts.add(order(one));
            case FiscalReceipt.Cancelled _ -> Uni.createFrom().voidItem();
        };
    }

    private ReceiptOrder order(Owed one) {
        return new ReceiptOrder(
                new FiscalReceiptId(ids.next()),
                one.registrar(),
                one.cause(),
                one.payment(),
                one.about(),
                one.amount(),
                one.paidAt(),
                one.happenedAt(),
                clock.instant());
    }
}
