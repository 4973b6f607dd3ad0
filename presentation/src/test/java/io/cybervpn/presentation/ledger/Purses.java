package io.cybervpn.presentation.ledger;

import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.GrantId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.model.Grant;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Fills wallets without a provider. */
@Singleton
public final class Purses {
    private final UnitOfWork unitOfWork;
    private final Wallets wallets;
    private final Ledger ledger;
    private final PostTransaction postTransaction;

    @Inject
    Purses(UnitOfWork unitOfWork, Wallets wallets, Ledger ledger, PostTransaction postTransaction) {
        this.unitOfWork = unitOfWork;
        this.wallets = wallets;
        this.ledger = ledger;
        this.postTransaction = postTransaction;
    }

    /** Money that he paid. */
    public void pay(AccountId owner, Money amount) {
        run(
                post(
                        "test:" + UUID.randomUUID(),
                        Kind.WALLET_CREDITED,
                        List.of(
                                Posting.debit(new LedgerAccount.Adjustments(), amount),
                                Posting.credit(new LedgerAccount.CustomerWallet(owner), amount))));
    }

    /** Something to spend, as it was given at {@code now}. */
    public GrantId give(AccountId owner, Money amount, Instant now, Optional<Instant> lapsesAt) {
        GrantId id = new GrantId(UUID.randomUUID());
        run(
                unitOfWork.run(
                        () ->
                                wallets.add(owner, new Grant(id, amount, lapsesAt), now)
                                        .chain(
                                                () ->
                                                        post(
                                                                WalletBookings.grantedKey(id),
                                                                Kind.WALLET_GRANTED,
                                                                WalletBookings.granted(
                                                                        owner, amount)))));
        return id;
    }

    /** What is booked in one of his pockets, in minor units. */
    public long in(LedgerAccount pocket, Money like) {
        return -run(unitOfWork.run(() -> ledger.balance(pocket, like.asset())));
    }

    private Uni<PostTransaction.Result> post(String key, Kind kind, List<Posting> lines) {
        return postTransaction.execute(new PostTransaction.Command(key, kind, lines));
    }

    private static <T> T run(Uni<T> work) {
        return work.await().indefinitely();
    }
}
