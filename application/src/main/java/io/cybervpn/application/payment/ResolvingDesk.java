package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.HoldCustomer;
import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.domain.payment.model.Bookings;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.payment.repository.UnmatchedMoney;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where decisions on unmatched money are carried out. Only for an open unit of work. */
@Singleton
final class ResolvingDesk {
    private final UnmatchedMoney unmatched;
    private final OrderMoney orderMoney;
    private final RefundDesk refunds;
    private final HoldCustomer holdCustomer;
    private final PostTransaction postTransaction;
    private final AuditTrail audit;

    @Inject
    ResolvingDesk(
            UnmatchedMoney unmatched,
            OrderMoney orderMoney,
            RefundDesk refunds,
            HoldCustomer holdCustomer,
            PostTransaction postTransaction,
            AuditTrail audit) {
        this.unmatched = unmatched;
        this.orderMoney = orderMoney;
        this.refunds = refunds;
        this.holdCustomer = holdCustomer;
        this.postTransaction = postTransaction;
        this.audit = audit;
    }

    /** What is to be decided how. */
    record Wish(UnmatchedId id, Resolution resolution, String reason) {}

    /** Whether it can be. */
    sealed interface Outcome {
        /** It can; it is held. */
        record Possible(Unmatched money, Optional<Money> left) implements Outcome {}

        /** There is no such money. */
        record NotThere() implements Outcome {}

        /** It cannot. */
        record Refused(String code) implements Outcome {}
    }

    /** Holds the customer, the payment and the money, in this order, and judges. */
    Uni<Outcome> look(Wish wish) {
        return customerIsThere(wish.resolution())
                .chain(
                        there ->
                                there
                                        ? unmatched
                                                .find(wish.id())
                                                .chain(found -> holdOrder(found, wish))
                                        : answer(new Outcome.Refused("customer_not_found")));
    }

    private Uni<Boolean> customerIsThere(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Credit(var customer) ->
                    holdCustomer.execute(new HoldCustomer.Query(customer));
            case Resolution.PayOrder(_, var buyer) ->
                    holdCustomer.execute(new HoldCustomer.Query(buyer));
            case Resolution.SentBack _, Resolution.Kept _ -> Uni.createFrom().item(true);
        };
    }

    private Uni<Outcome> holdOrder(Optional<Unmatched> found, Wish wish) {
        return orderMoney
                .refusal(wish.resolution())
                .chain(
                        refusal ->
                                refusal.<Uni<Outcome>>map(code -> answer(new Outcome.Refused(code)))
                                        .orElseGet(() -> hold(found, wish)));
    }

    private Uni<Outcome> hold(Optional<Unmatched> found, Wish wish) {
        if (found.isEmpty()) {
            return answer(new Outcome.NotThere());
        }
        return refundsOf(found.get())
                .chain(
                        gone ->
                                unmatched
                                        .lock(wish.id())
                                        .map(Optional::orElseThrow)
                                        .map(held -> judge(held, gone, wish.resolution()))
                                        .chain(seen -> enough(seen, wish.resolution())));
    }

    /** What its payment's refunds took is not there any more. */
    private Uni<List<Refund>> refundsOf(Unmatched money) {
        return money.payment()
                .map(
                        payment ->
                                refunds.hold(payment)
                                        .map(
                                                held ->
                                                        held.filter(
                                                                        one ->
                                                                                money.isOf(
                                                                                        one
                                                                                                .payment()))
                                                                .map(RefundDesk.Held::refunds)
                                                                .orElse(List.of())))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    /** Whether it is enough for the order that it is to pay, with what its buyer has. */
    private Uni<Outcome> enough(Outcome seen, Resolution resolution) {
        return seen instanceof Outcome.Possible possible && possible.left().isPresent()
                ? orderMoney
                        .shortage(resolution, possible.left().get())
                        .map(code -> code.<Outcome>map(Outcome.Refused::new).orElse(possible))
                : answer(seen);
    }

    private static Outcome judge(Unmatched money, List<Refund> gone, Resolution resolution) {
        return switch (money.left(gone)) {
            case Unmatched.Left.Counted(var left) -> new Outcome.Possible(money, Optional.of(left));
            case Unmatched.Left.Nothing() -> new Outcome.Refused("nothing_left");
            case Unmatched.Left.Uncounted() -> uncounted(money, resolution);
        };
    }

    /** What nobody can count is in no books and can be nobody's. */
    private static Outcome uncounted(Unmatched money, Resolution resolution) {
        return switch (resolution) {
            case Resolution.Credit _, Resolution.PayOrder _ ->
                    new Outcome.Refused("amount_unknown");
            case Resolution.SentBack _, Resolution.Kept _ ->
                    new Outcome.Possible(money, Optional.empty());
        };
    }

    /** Does what {@link #look} found possible, in the same unit of work. */
    Uni<Void> carryOut(Outcome.Possible possible, Wish wish, Actor actor) {
        return book(possible, wish)
                .chain(() -> orderMoney.pay(wish.resolution()))
                .chain(
                        () ->
                                unmatched.resolve(
                                        wish.id(),
                                        new UnmatchedMoney.Decision(
                                                wish.resolution(),
                                                possible.left(),
                                                wish.reason(),
                                                refunds.now())))
                .chain(() -> record(possible, wish, actor));
    }

    private Uni<Void> book(Outcome.Possible possible, Wish wish) {
        String provider = possible.money().provider();
        return possible.left()
                .map(
                        left ->
                                postTransaction
                                        .execute(
                                                new PostTransaction.Command(
                                                        Bookings.resolvedKey(wish.id()),
                                                        Kind.UNALLOCATED_RESOLVED,
                                                        Bookings.resolved(
                                                                provider, left, wish.resolution())))
                                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> record(Outcome.Possible possible, Wish wish, Actor actor) {
        Map<String, String> facts = new HashMap<>();
        facts.put("resolution", wish.resolution().code());
        wish.resolution().target().ifPresent(target -> facts.put("target", target.toString()));
        possible.left().ifPresent(left -> facts.put("amount", left.toString()));
        return audit.append(
                AuditTrail.Entry.of(actor, "payments.resolve", "unmatched", wish.id().value())
                        .with(Changes.created(facts))
                        .because(wish.reason()));
    }

    private static Uni<Outcome> answer(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
