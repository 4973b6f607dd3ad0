package io.cybervpn.application.renewal;

import io.cybervpn.application.payment.MandateView;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Shows an owner, or staff with {@link Permission#RENEWALS_READ}, what a payment provider charges
 * for a subscription by itself. Changes nothing.
 */
@Singleton
public final class ViewRecurring {
    private final UnitOfWork unitOfWork;
    private final FindSubscription findSubscription;
    private final Charging charging;

    @Inject
    ViewRecurring(UnitOfWork unitOfWork, FindSubscription findSubscription, Charging charging) {
        this.unitOfWork = unitOfWork;
        this.findSubscription = findSubscription;
        this.charging = charging;
    }

    /** Which, and who asks. */
    public record Query(Actor actor, SubscriptionId subscription) {}

    /** What is there. */
    public sealed interface Result {
        /**
         * It may be seen.
         *
         * @param mandate empty: no provider ever charged for it by itself
         */
        record Shown(Optional<MandateView> mandate) implements Result {}

        /** It is not there, or not his. */
        record NoSuchSubscription() implements Result {}
    }

    /** Shows it. */
    public Uni<Result> execute(Query query) {
        return unitOfWork.run(
                () ->
                        findSubscription
                                .execute(new FindSubscription.Query(query.subscription()))
                                .chain(found -> show(found, query)));
    }

    private Uni<Result> show(FindSubscription.Result found, Query query) {
        boolean visible =
                found instanceof FindSubscription.Result.Found(var subscription)
                        && (query.actor().may(Permission.RENEWALS_READ)
                                || query.actor()
                                        .account()
                                        .equals(Optional.of(subscription.account())));
        return visible
                ? charging.latest(query.subscription()).map(Result.Shown::new)
                : Uni.createFrom().item(new Result.NoSuchSubscription());
    }
}
