package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Bookings;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Reception;
import io.cybervpn.domain.payment.repository.Payments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes a provider's word that money came in: the one way, for pushes, for the poller and for the
 * check button. A repeated call answers as the first did and books nothing. Money that does not fit
 * is booked apart and flagged, never dropped.
 */
@Singleton
public final class ConfirmPayment {
    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final PostTransaction ledger;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ConfirmPayment(
            UnitOfWork unitOfWork,
            Payments payments,
            PostTransaction ledger,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What the provider said.
     *
     * @param payment our own reference, as the provider gave it back
     * @param provider who said it
     */
    public record Command(PaymentId payment, String provider, Receipt receipt) {}

    /** What it means. */
    public sealed interface Result {
        /** The payment is captured: now, or by the same receipt before. */
        record Confirmed(PaymentId payment, boolean first) implements Result {}

        /** Money came that does not fit; nothing is granted for it and staff must look. */
        record Flagged(PaymentId payment, String reason) implements Result {}

        /** We never asked this provider for this payment. Nothing was stored. */
        record NoSuchPayment(PaymentId payment) implements Result {}
    }

    /** Takes it. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () -> payments.lock(command.payment()).chain(found -> confirm(found, command)));
    }

    private Uni<Result> confirm(Optional<Payment> found, Command command) {
        return found.filter(payment -> payment.request().provider().equals(command.provider()))
                .map(payment -> book(payment.receive(command.receipt(), clock.instant())))
                .orElseGet(() -> answer(new Result.NoSuchPayment(command.payment())));
    }

    private Uni<Result> book(Reception reception) {
        return switch (reception) {
            case Reception.Capture capture -> capture(capture);
            case Reception.Flag flag -> flag(flag);
            case Reception.Surplus surplus -> keepApart(surplus);
            case Reception.Contradiction(_, var event) -> tell(event);
            case Reception.Repeated(var payment) -> answer(again(payment));
        };
    }

    private Uni<Result> capture(Reception.Capture capture) {
        Payment.Captured payment = capture.payment();
        List<Posting> postings = Bookings.captured(payment.request(), capture.received());
        return payments.save(payment)
                .chain(
                        () ->
                                ledger.execute(
                                        new PostTransaction.Command(
                                                Bookings.capturedKey(payment.id()),
                                                Kind.PAYMENT_CAPTURED,
                                                postings)))
                .chain(_ -> outbox.append(capture.event()))
                .replaceWith(new Result.Confirmed(payment.id(), true));
    }

    private Uni<Result> flag(Reception.Flag flag) {
        Payment.Flagged payment = flag.payment();
        List<Posting> postings =
                Bookings.unallocated(payment.request().provider(), payment.receipt().received());
        return payments.save(payment)
                .chain(
                        () ->
                                postIfAny(
                                        Bookings.unallocatedKey(payment.id()),
                                        Kind.PAYMENT_UNALLOCATED,
                                        postings))
                .chain(_ -> tell(flag.event()));
    }

    /** The key is the invoice's: its money is kept once, however often it is said. */
    private Uni<Result> keepApart(Reception.Surplus surplus) {
        String provider = surplus.payment().request().provider();
        Receipt receipt = surplus.receipt();
        return postIfAny(
                        Bookings.surplusKey(provider, receipt.reference()),
                        Kind.PAYMENT_SURPLUS,
                        Bookings.unallocated(provider, receipt.received()))
                .chain(first -> first ? tell(surplus.event()) : answer(flagged(surplus.event())));
    }

    /** False when the same was booked before. */
    private Uni<Boolean> postIfAny(String businessKey, Kind kind, List<Posting> postings) {
        return postings.isEmpty()
                ? Uni.createFrom().item(true)
                : ledger.execute(new PostTransaction.Command(businessKey, kind, postings))
                        .map(result -> result instanceof PostTransaction.Result.Posted);
    }

    private Uni<Result> tell(PaymentFlagged event) {
        return outbox.append(event).replaceWith(flagged(event));
    }

    private static Result flagged(PaymentFlagged event) {
        return new Result.Flagged(event.payment(), event.reason());
    }

    private static Result again(Payment payment) {
        return switch (payment) {
            case Payment.Flagged flagged -> new Result.Flagged(flagged.id(), flagged.reason());
            case Payment.Captured captured -> new Result.Confirmed(captured.id(), false);
            case Payment.Open _, Payment.Expired _, Payment.Failed _ ->
                    throw new IllegalStateException(payment.id() + " repeats what never was");
        };
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
