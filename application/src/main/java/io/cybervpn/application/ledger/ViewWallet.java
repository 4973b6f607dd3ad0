package io.cybervpn.application.ledger;

import io.cybervpn.application.ledger.port.WalletViews;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows a wallet to its owner, or to staff with {@link Permission#PAYMENTS_READ}. */
@Singleton
public final class ViewWallet {
    private final WalletViews views;
    private final Clock clock;

    @Inject
    ViewWallet(WalletViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /** Who wants to see whose. */
    public record Query(Actor actor, AccountId owner) {}

    /** The answer. */
    public sealed interface Result {
        /** One for each asset; none for who never had anything. */
        record Found(List<WalletView> wallets) implements Result {
            /** Copies the list. */
            public Found {
                wallets = List.copyOf(wallets);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return maySee(query.actor(), query.owner())
                ? views.of(query.owner(), clock.instant()).map(Result.Found::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }

    static boolean maySee(Actor actor, AccountId owner) {
        return actor.may(Permission.PAYMENTS_READ) || actor.account().equals(Optional.of(owner));
    }
}
