package io.cybervpn.application.ledger;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.model.Wallet;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Holds a customer's wallet until the unit of work ends and says how much he paid and has not
 * spent, for who books part of that away. Only for an open unit of work.
 */
@Singleton
public final class HoldPaidMoney {
    private final Wallets wallets;

    @Inject
    HoldPaidMoney(Wallets wallets) {
        this.wallets = wallets;
    }

    /** Whose, and of which asset. */
    public record Query(AccountId owner, Asset asset) {}

    /** Holds it. */
    public Uni<Money> execute(Query query) {
        return wallets.lock(query.owner(), query.asset()).map(Wallet::paid);
    }
}
