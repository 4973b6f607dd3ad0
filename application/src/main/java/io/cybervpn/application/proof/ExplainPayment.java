package io.cybervpn.application.proof;

import io.cybervpn.application.proof.port.PaymentTrail;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Explains a payment: what the provider said, what we stored and booked, whom we told, and what the
 * panel did, on one line of time. Needs {@link Permission#PAYMENTS_READ} and {@link
 * Permission#LEDGER_READ}.
 */
@Singleton
public final class ExplainPayment {
    private final PaymentTrail trail;

    @Inject
    ExplainPayment(PaymentTrail trail) {
        this.trail = trail;
    }

    /** Who asks about which. */
    public record Query(Actor actor, PaymentId payment) {}

    /** The answer. */
    public sealed interface Result {
        /** All that is known of it, oldest first. */
        record Explained(List<PaymentTrail.Step> steps) implements Result {
            /** Copies the list. */
            public Explained {
                steps = List.copyOf(steps);
            }
        }

        /** There is none. */
        record NoSuchPayment() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Explains. Changes nothing. */
    public Uni<Result> execute(Query query) {
        Actor actor = query.actor();
        if (!actor.may(Permission.PAYMENTS_READ) || !actor.may(Permission.LEDGER_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return trail.of(query.payment())
                .map(
                        found ->
                                found.<Result>map(Result.Explained::new)
                                        .orElseGet(Result.NoSuchPayment::new));
    }
}
