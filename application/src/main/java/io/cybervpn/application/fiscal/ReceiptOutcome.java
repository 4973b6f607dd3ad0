package io.cybervpn.application.fiscal;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.fiscal.FiscalReceiptGivenUp;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.Registration;
import io.cybervpn.domain.fiscal.repository.FiscalReceipts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Stores what became of a receipt, unless somebody else did meanwhile. */
@Singleton
final class ReceiptOutcome {
    private final UnitOfWork unitOfWork;
    private final FiscalReceipts receipts;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ReceiptOutcome(UnitOfWork unitOfWork, FiscalReceipts receipts, Outbox outbox, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.receipts = receipts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** It is about to be sent; empty when it is not as it was read any more. */
    Uni<Optional<FiscalReceipt.Sent>> sending(FiscalReceipt.Open read) {
        return unitOfWork.run(
                () ->
                        receipts.lock(read.id())
                                .chain(
                                        now ->
                                                now.equals(Optional.of(read))
                                                        ? send(read)
                                                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<FiscalReceipt.Sent>> send(FiscalReceipt.Open read) {
        FiscalReceipt.Sent sent = read.sent(clock.instant());
        return receipts.save(sent, clock.instant()).replaceWith(Optional.of(sent));
    }

    /** It is there, whoever made it. */
    Uni<Void> registered(FiscalReceipt.Open read, Registration registration) {
        return unitOfWork.run(
                () -> receipts.lock(read.id()).chain(now -> register(now, registration)));
    }

    private Uni<Void> register(Optional<FiscalReceipt> now, Registration registration) {
        return switch (now.orElseThrow()) {
            case FiscalReceipt.Open open -> save(open.registered(registration, clock.instant()));
            case FiscalReceipt.GivenUp(var order, _, _) ->
                    save(new FiscalReceipt.Registered(order, registration, clock.instant()));
            case FiscalReceipt.Registered _, FiscalReceipt.Cancelled _ ->
                    Uni.createFrom().voidItem();
        };
    }

    /** Staff must look. */
    Uni<Void> givenUp(FiscalReceipt.Open read, String reason) {
        return unitOfWork.run(() -> receipts.lock(read.id()).chain(now -> giveUp(now, reason)));
    }

    private Uni<Void> giveUp(Optional<FiscalReceipt> now, String reason) {
        return switch (now.orElseThrow()) {
            case FiscalReceipt.Open open -> giveUp(open, reason);
            case FiscalReceipt.GivenUp _, FiscalReceipt.Registered _, FiscalReceipt.Cancelled _ ->
                    Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> giveUp(FiscalReceipt.Open open, String reason) {
        FiscalReceiptGivenUp event =
                new FiscalReceiptGivenUp(
                        open.id(), open.order().payment(), reason, clock.instant());
        return save(open.givenUp(reason, clock.instant())).chain(() -> outbox.append(event));
    }

    private Uni<Void> save(FiscalReceipt receipt) {
        return receipts.save(receipt, clock.instant());
    }
}
