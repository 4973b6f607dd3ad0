package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Bookings;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.Refunds;
import io.cybervpn.domain.payment.repository.UnmatchedMoney;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes a provider's word that money went back which had been kept apart, such as that of a second
 * invoice of one payment: it never paid for anything, so nothing is taken from the payment, and
 * staff have nothing left to decide. Joins the unit of work. Repeatable.
 */
@Singleton
final class NoteKeptApartReturn {
    private final Payments payments;
    private final UnmatchedMoney unmatched;
    private final Refunds refunds;
    private final PostTransaction ledger;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    NoteKeptApartReturn(
            Payments payments,
            UnmatchedMoney unmatched,
            Refunds refunds,
            PostTransaction ledger,
            AuditTrail audit,
            Clock clock) {
        this.payments = payments;
        this.unmatched = unmatched;
        this.refunds = refunds;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** What it means. */
    sealed interface Result {
        /** It is no money that was kept apart: its payment has to be looked at. */
        record NotKeptApart() implements Result {}

        /** It was taken from this payment before the money kept apart was heard of: it stays so. */
        record TakenBefore(PaymentId payment) implements Result {}

        /** Noted, now or before. */
        record Noted() implements Result {}

        /** It is, and does not fit what is known of it: staff must look. */
        record ForStaff(String why) implements Result {}
    }

    /** Takes it. */
    Uni<Result> execute(String provider, Notice.Returned told) {
        return invoice(told.payment())
                .map(invoice -> unmatched.find(UnmatchedId.of(provider, invoice)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(
                        found ->
                                found.map(money -> hold(money, told))
                                        .orElseGet(() -> answer(new Result.NotKeptApart())));
    }

    private static Optional<String> invoice(Which which) {
        return switch (which) {
            case Which.Ours _ -> Optional.empty();
            case Which.Theirs(var reference) -> Optional.of(reference);
            case Which.Charge(var reference, _) -> Optional.of(reference);
        };
    }

    /** The payment is held before its money, as everybody does. */
    private Uni<Result> hold(Unmatched money, Notice.Returned told) {
        return money.payment()
                .map(payments::lock)
                .orElseGet(() -> Uni.createFrom().item(Optional.<Payment>empty()))
                .chain(
                        payment ->
                                payment.filter(money::isOf).isPresent()
                                        ? answer(new Result.NotKeptApart())
                                        : once(money, payment, told));
    }

    /** The payment is held: whether its refunds have it is certain. */
    private Uni<Result> once(Unmatched money, Optional<Payment> payment, Notice.Returned told) {
        return payment.map(held -> refunds.ofPayment(held.id()))
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .map(all -> all.stream().filter(one -> isOf(one, told)).findFirst())
                .chain(
                        taken ->
                                taken.map(Refund::request)
                                        .map(RefundRequest::payment)
                                        .map(it -> answer(new Result.TakenBefore(it)))
                                        .orElseGet(() -> note(money.id(), told)));
    }

    private static boolean isOf(Refund refund, Notice.Returned told) {
        return refund.knownReference().equals(Optional.of(told.reference()));
    }

    private Uni<Result> note(UnmatchedId money, Notice.Returned told) {
        return unmatched.lock(money).map(Optional::orElseThrow).chain(held -> note(held, told));
    }

    private Uni<Result> note(Unmatched money, Notice.Returned told) {
        if (told.undone()) {
            return forStaff(money, "is with the provider again");
        }
        return switch (money.left(List.of())) {
            case Unmatched.Left.Counted(var left) ->
                    left.equals(told.amount())
                            ? sentBack(money, left, told)
                            : forStaff(money, told.amount() + " of " + left + " went back");
            case Unmatched.Left.Uncounted() -> forStaff(money, "went back, uncounted");
            case Unmatched.Left.Nothing() -> again(money, told);
        };
    }

    private Uni<Result> again(Unmatched money, Notice.Returned told) {
        return unmatched
                .wasSentBack(money.id())
                .chain(
                        known ->
                                known
                                        ? noted(money, told)
                                        : forStaff(
                                                money,
                                                "went back after staff had decided otherwise"));
    }

    private Uni<Result> sentBack(Unmatched money, Money left, Notice.Returned told) {
        Resolution resolution = new Resolution.SentBack();
        String reason = "it went back at the provider: " + told.reference();
        return ledger.execute(
                        new PostTransaction.Command(
                                Bookings.resolvedKey(money.id()),
                                Kind.UNALLOCATED_RESOLVED,
                                Bookings.resolved(money.provider(), left, resolution)))
                .chain(
                        () ->
                                unmatched.resolve(
                                        money.id(),
                                        new UnmatchedMoney.Decision(
                                                resolution,
                                                Optional.of(left),
                                                reason,
                                                clock.instant())))
                .chain(() -> audit.append(entry(money, reason)))
                .chain(() -> noted(money, told));
    }

    /** By its name the nightly comparison knows it from one that nobody booked. */
    private Uni<Result> noted(Unmatched money, Notice.Returned told) {
        return unmatched.noteReturn(money.id(), told.reference()).replaceWith(new Result.Noted());
    }

    private static AuditTrail.Entry entry(Unmatched money, String reason) {
        return AuditTrail.Entry.of(
                        new Actor.System(), "payments.resolve", "unmatched", money.id().value())
                .because(reason);
    }

    private static Uni<Result> forStaff(Unmatched money, String what) {
        return answer(
                new Result.ForStaff(
                        "money of invoice %s that was kept apart: %s"
                                .formatted(money.receipt().reference(), what)));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
