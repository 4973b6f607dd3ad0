package io.cybervpn.application.billing;

import io.cybervpn.application.ledger.ReleaseSetAside;
import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.billing.repository.TopUps;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Orders and top-ups go with their buyer. Of an erased one they stay, and orders that wait are
 * given up.
 */
@Singleton
public final class OrdersOfAccount implements AccountFollower {
    private final Orders orders;
    private final TopUps topUps;
    private final OrderViews views;
    private final ReleaseSetAside releaseSetAside;

    @Inject
    OrdersOfAccount(
            Orders orders, TopUps topUps, OrderViews views, ReleaseSetAside releaseSetAside) {
        this.orders = orders;
        this.topUps = topUps;
        this.views = views;
        this.releaseSetAside = releaseSetAside;
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public Uni<Void> erased(AccountId gone) {
        return orders.giveUp(gone)
                .chain(() -> releaseSetAside.execute(new ReleaseSetAside.Command.AllOf(gone)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> merged(AccountId from, AccountId into) {
        return orders.reown(from, into).chain(() -> topUps.reown(from, into));
    }

    @Override
    public Uni<List<Stake>> stakes(AccountId account) {
        return views.of(account, new Page.Request(0, 1, true))
                .map(page -> page.total().filter(count -> count > 0))
                .map(count -> count.map(n -> Stake.of("orders", n)).stream().toList());
    }
}
