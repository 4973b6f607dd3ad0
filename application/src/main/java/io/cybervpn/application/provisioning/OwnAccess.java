package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Desire;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Finds the actor's own access. A subscription of somebody else is as good as none. An access that
 * was granted once stays usable while a renewal is on its way to the panel.
 */
@Singleton
final class OwnAccess {
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final FindSubscription subscriptions;

    @Inject
    OwnAccess(UnitOfWork unitOfWork, Accesses accesses, FindSubscription subscriptions) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.subscriptions = subscriptions;
    }

    sealed interface Found {
        record Usable(AccessId id, long generation, PanelUser user) implements Found {}

        record NotReady() implements Found {}

        record NoSuchSubscription() implements Found {}
    }

    Uni<Found> find(Actor actor, AccessId id) {
        return actor.account()
                .map(account -> unitOfWork.run(() -> find(account, id)))
                .orElseGet(() -> answer(new Found.NoSuchSubscription()));
    }

    private Uni<Found> find(AccountId account, AccessId id) {
        return accesses.find(id)
                .chain(
                        found ->
                                found.map(access -> answer(judge(account, access)))
                                        .orElseGet(() -> judgeUndesired(account, id)));
    }

    private static Found judge(AccountId account, Access access) {
        Desire wish = access.desire();
        if (!wish.account().equals(account)) {
            return new Found.NoSuchSubscription();
        }
        return switch (access.sight()) {
            case Sight.Never() -> new Found.NotReady();
            case Sight.Seen(var generation, var user) ->
                    new Found.Usable(wish.id(), generation, user);
        };
    }

    /** Paid a moment ago: the event has not come here yet. */
    private Uni<Found> judgeUndesired(AccountId account, AccessId id) {
        return subscriptions
                .execute(new FindSubscription.Query(new SubscriptionId(id.value())))
                .map(
                        result ->
                                owner(result).filter(account::equals).isPresent()
                                        ? new Found.NotReady()
                                        : new Found.NoSuchSubscription());
    }

    private static Optional<AccountId> owner(FindSubscription.Result result) {
        return switch (result) {
            case FindSubscription.Result.Found(var subscription) ->
                    Optional.of(subscription.account());
            case FindSubscription.Result.NoSuchSubscription _ -> Optional.empty();
        };
    }

    private static Uni<Found> answer(Found found) {
        return Uni.createFrom().item(found);
    }
}
