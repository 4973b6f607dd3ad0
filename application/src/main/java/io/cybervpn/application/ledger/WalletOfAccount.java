package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.AccountFollower;
import io.cybervpn.application.shared.Stake;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.ledger.model.Wallet;
import io.cybervpn.domain.ledger.repository.Contributions;
import io.cybervpn.domain.ledger.repository.Ledger;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The books are never rewritten: in a merge what a wallet holds is booked over, pocket by pocket,
 * and the wallet of an erased customer stays as it is, under what is a pseudonym then.
 */
@Singleton
public final class WalletOfAccount implements AccountFollower {
    private final Ledger ledger;
    private final Wallets wallets;
    private final Contributions contributions;
    private final PostTransaction postTransaction;

    @Inject
    WalletOfAccount(
            Ledger ledger,
            Wallets wallets,
            Contributions contributions,
            PostTransaction postTransaction) {
        this.ledger = ledger;
        this.wallets = wallets;
        this.contributions = contributions;
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
        return wallets.lockAll(from)
                .chain(held -> lines(held, from, into))
                .chain(lines -> post(from, lines))
                .chain(() -> wallets.reown(from, into))
                .chain(() -> contributions.reown(from, into));
    }

    private Uni<List<Posting>> lines(List<Wallet> held, AccountId from, AccountId into) {
        return Multi.createFrom()
                .iterable(held)
                .onItem()
                .transformToUniAndConcatenate(wallet -> linesOf(wallet, from, into))
                .collect()
                .asList()
                .map(each -> each.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Posting>> linesOf(Wallet wallet, AccountId from, AccountId into) {
        Asset asset = wallet.paid().asset();
        return ledger.balance(new LedgerAccount.CustomerHold(from), asset)
                .map(
                        balance ->
                                Stream.of(
                                                over(
                                                        new LedgerAccount.CustomerWallet(from),
                                                        new LedgerAccount.CustomerWallet(into),
                                                        wallet.paid()),
                                                over(
                                                        new LedgerAccount.CustomerGrant(from),
                                                        new LedgerAccount.CustomerGrant(into),
                                                        wallet.grantedInAll()),
                                                over(
                                                        new LedgerAccount.CustomerHold(from),
                                                        new LedgerAccount.CustomerHold(into),
                                                        new Money(-balance, asset)))
                                        .flatMap(List::stream)
                                        .toList());
    }

    private static List<Posting> over(LedgerAccount from, LedgerAccount into, Money amount) {
        return amount.isZero()
                ? List.of()
                : List.of(Posting.debit(from, amount), Posting.credit(into, amount));
    }

    private Uni<Void> post(AccountId from, List<Posting> lines) {
        return lines.isEmpty()
                ? Uni.createFrom().voidItem()
                : postTransaction
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
