package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The books are never rewritten: in a merge what a wallet holds is booked over, and the wallet of
 * an erased customer stays as it is, under what is a pseudonym then.
 */
@Singleton
public final class WalletOfAccount implements AccountFollower {
    private final Ledger ledger;
    private final PostTransaction postTransaction;

    @Inject
    WalletOfAccount(Ledger ledger, PostTransaction postTransaction) {
        this.ledger = ledger;
        this.postTransaction = postTransaction;
    }

    /** Last: what payments and orders still booked meanwhile is in the wallet by then. */
    @Override
    public int rank() {
        return 90;
    }

    @Override
    public Uni<Void> erased(AccountId gone) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> merged(AccountId from, AccountId into) {
        return ledger.owed(from)
                .chain(
                        owed ->
                                owed.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : post(from, into, owed));
    }

    private Uni<Void> post(AccountId from, AccountId into, List<Money> owed) {
        List<Posting> lines =
                owed.stream()
                        .flatMap(
                                money ->
                                        Stream.of(
                                                Posting.debit(
                                                        new LedgerAccount.CustomerWallet(from),
                                                        money),
                                                Posting.credit(
                                                        new LedgerAccount.CustomerWallet(into),
                                                        money)))
                        .toList();
        return postTransaction
                .execute(
                        new PostTransaction.Command(
                                "accounts-merged:" + from.value(),
                                LedgerTransaction.Kind.ACCOUNTS_MERGED,
                                lines))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Stake>> stakes(AccountId account) {
        return ledger.owed(account).map(owed -> owed.stream().map(WalletOfAccount::stake).toList());
    }

    private static Stake stake(Money money) {
        return new Stake("wallet", 1, Optional.of(money));
    }
}
