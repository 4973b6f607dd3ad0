package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows one payment to its payer, or to staff with {@link Permission#PAYMENTS_READ}. */
@Singleton
public final class ViewPayment {
    private final PaymentViews views;

    @Inject
    ViewPayment(PaymentViews views) {
        this.views = views;
    }

    /** Who asks about which payment. */
    public record Command(Actor actor, PaymentId payment) {}

    /** The answer. */
    public sealed interface Result {
        /** Here it is. */
        record Found(PaymentView payment) implements Result {}

        /** There is none, or it is somebody else's. */
        record NoSuchPayment() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        return views.find(command.payment()).map(found -> result(command.actor(), found));
    }

    private static Result result(Actor actor, Optional<PaymentView> found) {
        return found.filter(payment -> maySee(actor, payment))
                .<Result>map(Result.Found::new)
                .orElseGet(Result.NoSuchPayment::new);
    }

    private static boolean maySee(Actor actor, PaymentView payment) {
        return actor.may(Permission.PAYMENTS_READ)
                || actor.account().equals(Optional.of(payment.payer()));
    }
}
