package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.NamedOrders;
import io.cybervpn.application.payment.port.NamedOrders.Standing;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Decides that money that fits no payment pays an order, under the rules of {@link
 * ResolveUnmatched}. Whose order it is has to be known before anything is held: customers are held
 * before orders. An order that was given up is paid all the same, as by late money; what is over is
 * its buyer's.
 */
@Singleton
public final class PayOrderWithUnmatched {
    private final UnitOfWork unitOfWork;
    private final NamedOrders orders;
    private final ResolveUnmatched resolveUnmatched;

    @Inject
    PayOrderWithUnmatched(
            UnitOfWork unitOfWork, NamedOrders orders, ResolveUnmatched resolveUnmatched) {
        this.unitOfWork = unitOfWork;
        this.orders = orders;
        this.resolveUnmatched = resolveUnmatched;
    }

    /** Which money is for which order. */
    public record Command(Actor actor, UnmatchedId id, UUID order, String reason) {}

    /** Decides. */
    public Uni<ResolveUnmatched.Result> execute(Command command) {
        return command.actor().may(Permission.PAYMENTS_REFUND)
                ? unitOfWork
                        .run(() -> orders.hold(command.order()))
                        .chain(standing -> decide(standing, command))
                : answer(new ResolveUnmatched.Result.Forbidden());
    }

    private Uni<ResolveUnmatched.Result> decide(Standing standing, Command command) {
        return switch (standing) {
            case Standing.NotThere() ->
                    answer(new ResolveUnmatched.Result.Refused("order_not_found"));
            case Standing.Paid() -> answer(new ResolveUnmatched.Result.Refused("order_paid"));
            case Standing.Cancelled() ->
                    answer(new ResolveUnmatched.Result.Refused("order_cancelled"));
            case Standing.Unpaid(var buyer, _) ->
                    resolveUnmatched.execute(
                            new ResolveUnmatched.Command(
                                    command.actor(),
                                    command.id(),
                                    new Resolution.PayOrder(command.order(), buyer),
                                    command.reason()));
        };
    }

    private static Uni<ResolveUnmatched.Result> answer(ResolveUnmatched.Result result) {
        return Uni.createFrom().item(result);
    }
}
