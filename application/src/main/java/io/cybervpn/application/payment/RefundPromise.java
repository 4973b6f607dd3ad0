package io.cybervpn.application.payment;

import io.cybervpn.application.payment.RefundDesk.Held;
import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Funding;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.payment.model.Refundable;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Promises refunds that staff want, alone or by four eyes. Only for an open unit of work. */
@Singleton
final class RefundPromise {
    private final RefundDesk desk;
    private final RefundingGateways gateways;
    private final AuditTrail audit;
    private final Ids ids;

    @Inject
    RefundPromise(RefundDesk desk, RefundingGateways gateways, AuditTrail audit, Ids ids) {
        this.desk = desk;
        this.gateways = gateways;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * What staff want.
     *
     * @param amount decimal text in the currency that came; empty: all that is left
     */
    record Wish(
            PaymentId payment,
            Optional<String> amount,
            boolean toWallet,
            String key,
            String reason) {
        Destination to() {
            return toWallet ? Destination.WALLET : Destination.PROVIDER;
        }
    }

    /** Whether it can be. */
    sealed interface Outcome {
        /** It can, from there. */
        record Possible(Held held, Funding funding) implements Outcome {}

        /** It was promised before, by the same key. */
        record Before(RefundView refund) implements Outcome {}

        /** There is no such payment. */
        record NoSuchPayment() implements Outcome {}

        /** It cannot. */
        record Refused(String code) implements Outcome {}
    }

    /** Holds the payment and judges; promises nothing yet. */
    Uni<Outcome> look(Wish wish) {
        return desk.hold(wish.payment())
                .chain(
                        found ->
                                found.map(held -> judge(held, wish))
                                        .orElseGet(() -> answer(new Outcome.NoSuchPayment())));
    }

    private Uni<Outcome> judge(Held held, Wish wish) {
        Optional<Refund> before = held.byKey(wish.key());
        if (before.isPresent()) {
            return answer(repeated(before.get(), wish));
        }
        return refusal(held.payment(), wish)
                .<Uni<Outcome>>map(code -> answer(new Outcome.Refused(code)))
                .orElseGet(
                        () ->
                                desk.refundable(held)
                                        .map(refundable -> judge(refundable, held, wish)));
    }

    private static Outcome repeated(Refund before, Wish wish) {
        RefundRequest was = before.request();
        boolean sameAmount =
                wish.amount()
                        .map(text -> Money.parse(text, was.amount().asset()))
                        .filter(money -> !money.equals(Optional.of(was.amount())))
                        .isEmpty();
        return sameAmount && was.to() == wish.to()
                ? new Outcome.Before(RefundView.of(before))
                : new Outcome.Refused("key_reused");
    }

    private Optional<String> refusal(Payment payment, Wish wish) {
        return switch (wish.to()) {
            case PROVIDER ->
                    gateways.find(payment.request().provider()).isPresent()
                            ? Optional.empty()
                            : Optional.of("refund_not_supported");
            case WALLET ->
                    payment.request().payerGone() ? Optional.of("payer_gone") : Optional.empty();
        };
    }

    private static Outcome judge(Refundable refundable, Held held, Wish wish) {
        return switch (refundable) {
            case Refundable.NotPaid() -> new Outcome.Refused("not_paid");
            case Refundable.NotSettled() -> new Outcome.Refused("not_settled_yet");
            case Refundable.Pot pot -> take(pot, held, wish);
        };
    }

    private static Outcome take(Refundable.Pot pot, Held held, Wish wish) {
        Money left = pot.left(wish.to());
        return wish.amount()
                .map(text -> Money.parse(text, left.asset()).filter(money -> !money.isZero()))
                .map(amount -> amount.map(money -> take(pot, held, wish, money)))
                .orElseGet(() -> Optional.of(take(pot, held, wish, left)))
                .orElseGet(() -> new Outcome.Refused("amount_not_exact"));
    }

    private static Outcome take(Refundable.Pot pot, Held held, Wish wish, Money amount) {
        if (amount.isZero()) {
            return new Outcome.Refused("nothing_left");
        }
        return switch (pot.take(amount, wish.to())) {
            case Refundable.Taking.Granted(var funding) -> new Outcome.Possible(held, funding);
            case Refundable.Taking.TooMuch(var left) ->
                    new Outcome.Refused(left.isZero() ? "nothing_left" : "too_much");
            case Refundable.Taking.OtherCurrency _ -> new Outcome.Refused("other_currency");
        };
    }

    /** Promises what {@link #look} found possible, in the same unit of work. */
    Uni<RefundView> keep(Outcome.Possible possible, Wish wish) {
        RefundRequest request =
                new RefundRequest(
                        new RefundId(ids.next()),
                        wish.payment(),
                        possible.funding().amount(),
                        RefundCause.STAFF,
                        wish.to(),
                        wish.key(),
                        wish.reason(),
                        desk.now());
        return desk.promise(possible.held(), request, possible.funding()).map(RefundView::of);
    }

    /** Says who did it. */
    Uni<Void> record(Actor actor, RefundView refund) {
        Changes changes =
                Changes.created(
                        Map.of(
                                "refund", refund.id().value().toString(),
                                "amount", refund.amount().toString(),
                                "to", refund.to()));
        return audit.append(
                AuditTrail.Entry.of(actor, "payments.refund", "payment", refund.payment().value())
                        .with(changes)
                        .because(refund.reason()));
    }

    private static Uni<Outcome> answer(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
