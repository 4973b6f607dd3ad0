package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.Endings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Two accounts that shall become one, locked in the order of their ids: of two merges of the same
 * pair at once, one after the other has its turn. Works in the open unit of work.
 */
@Singleton
public final class AccountPairs {
    private final Accounts accounts;
    private final Endings endings;

    @Inject
    AccountPairs(Accounts accounts, Endings endings) {
        this.accounts = accounts;
        this.endings = endings;
    }

    /** What may be done with a pair. */
    public sealed interface Pair {
        /** They may be merged. */
        record Fit(Account from, Account into) implements Pair {}

        /** They were merged before, in this direction. */
        record Merged() implements Pair {}

        /** One of them is not there, blocked, of staff or ended; or they are one. */
        record Unfit() implements Pair {}
    }

    /** Locks and looks. */
    public Uni<Pair> lock(AccountId from, AccountId into) {
        if (from.equals(into)) {
            return Uni.createFrom().item(new Pair.Unfit());
        }
        boolean inOrder = from.value().compareTo(into.value()) < 0;
        return accounts.lock(inOrder ? from : into)
                .chain(
                        first ->
                                accounts.lock(inOrder ? into : from)
                                        .chain(
                                                second ->
                                                        inOrder
                                                                ? judge(first, second, into)
                                                                : judge(second, first, into)));
    }

    private Uni<Pair> judge(Optional<Account> from, Optional<Account> into, AccountId survivor) {
        Optional<Account> giver = from.filter(AccountPairs::isFit);
        Optional<Account> taker = into.filter(AccountPairs::isFit);
        if (giver.isPresent() && taker.isPresent()) {
            return Uni.createFrom().item(new Pair.Fit(giver.get(), taker.get()));
        }
        return from.map(account -> endings.hold(account.id()))
                .orElseGet(() -> Uni.createFrom().item(new Owner.Nobody()))
                .map(
                        owner ->
                                owner.equals(new Owner.Of(survivor))
                                        ? new Pair.Merged()
                                        : new Pair.Unfit());
    }

    private static boolean isFit(Account account) {
        return account.mayLogIn() && account.kind() == AccountKind.CUSTOMER;
    }
}
