package io.cybervpn.application.payment;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.payment.RefundPromise.Wish;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A refund that one member of staff asked for and another approved. */
@Singleton
public final class RefundPaymentDeed implements ApprovedDeed {
    static final String KIND = "payment.refund";

    private final RefundPromise promise;

    @Inject
    RefundPaymentDeed(RefundPromise promise) {
        this.promise = promise;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.PAYMENTS_REFUND;
    }

    @Override
    public Uni<Outcome> perform(Granted granted) {
        Wish wish =
                new Wish(
                        new PaymentId(UUID.fromString(granted.subject())),
                        Optional.of(granted.money().toDecimal()),
                        granted.details().getOrDefault("to", "provider").equals("wallet"),
                        "approval " + granted.id().value(),
                        "approval " + granted.id().value());
        return promise.look(wish).chain(seen -> perform(seen, wish, granted));
    }

    private Uni<Outcome> perform(RefundPromise.Outcome seen, Wish wish, Granted granted) {
        return switch (seen) {
            case RefundPromise.Outcome.NoSuchPayment() ->
                    answer(new Outcome.Impossible("payment_not_found"));
            case RefundPromise.Outcome.Refused(var code) -> answer(new Outcome.Impossible(code));
            case RefundPromise.Outcome.Before _ -> answer(new Outcome.Done());
            case RefundPromise.Outcome.Possible possible ->
                    promise.keep(possible, wish)
                            .call(
                                    refund ->
                                            promise.record(
                                                    new Actor.Staff(granted.approvedBy(), Set.of()),
                                                    refund))
                            .replaceWith(new Outcome.Done());
        };
    }

    private static Uni<Outcome> answer(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
