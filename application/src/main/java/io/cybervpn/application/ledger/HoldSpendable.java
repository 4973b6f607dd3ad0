package io.cybervpn.application.ledger;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.model.Contribution;
import io.cybervpn.domain.ledger.model.Wallet;
import io.cybervpn.domain.ledger.repository.Contributions;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds a customer's wallet until the unit of work ends and says how much {@link SettleFromWallet}
 * would find for a purpose: what is set aside for it, what was given and has not lapsed, and what
 * was paid. Only for an open unit of work.
 */
@Singleton
public final class HoldSpendable {
    private final Wallets wallets;
    private final Contributions contributions;
    private final Clock clock;

    @Inject
    HoldSpendable(Wallets wallets, Contributions contributions, Clock clock) {
        this.wallets = wallets;
        this.contributions = contributions;
        this.clock = clock;
    }

    /** Whose, of which asset, and for what, such as an order. */
    public record Query(AccountId owner, Asset asset, UUID subject) {}

    /** Holds it. */
    public Uni<Money> execute(Query query) {
        return wallets.lock(query.owner(), query.asset())
                .chain(
                        wallet ->
                                contributions
                                        .find(query.subject())
                                        .map(found -> sum(wallet, found)));
    }

    private Money sum(Wallet wallet, Optional<Contribution> found) {
        Money free = wallet.available(clock.instant());
        return found.filter(Contribution.Held.class::isInstance)
                .map(Contribution.Held.class::cast)
                .map(held -> free.plus(held.draw().total()))
                .orElse(free);
    }
}
