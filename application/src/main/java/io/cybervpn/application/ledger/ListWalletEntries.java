package io.cybervpn.application.ledger;

import io.cybervpn.application.ledger.port.WalletViews;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Shows what moved in a wallet, newest first, to its owner or to staff with {@link
 * Permission#PAYMENTS_READ}.
 */
@Singleton
public final class ListWalletEntries {
    private final WalletViews views;

    @Inject
    ListWalletEntries(WalletViews views) {
        this.views = views;
    }

    /**
     * Who wants to see whose, from where on.
     *
     * @param before the last transaction seen; empty to begin
     * @param limit how many transactions, 1 to 200
     */
    public record Query(
            Actor actor, AccountId owner, Optional<LedgerTransactionId> before, int limit) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * A piece of the list.
         *
         * @param next where to go on; empty at the end
         */
        record Listed(List<WalletEntry> entries, Optional<LedgerTransactionId> next)
                implements Result {
            /** Copies the list. */
            public Listed {
                entries = List.copyOf(entries);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return ViewWallet.maySee(query.actor(), query.owner())
                ? views.entries(query.owner(), query.before(), query.limit() + 1)
                        .map(found -> listed(found, query.limit()))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    /** One transaction more than wanted was read, to know whether there is more. */
    private static Result listed(List<WalletEntry> found, int limit) {
        List<LedgerTransactionId> transactions =
                found.stream().map(WalletEntry::transaction).distinct().toList();
        if (transactions.size() <= limit) {
            return new Result.Listed(found, Optional.empty());
        }
        List<LedgerTransactionId> shown = transactions.subList(0, limit);
        return new Result.Listed(
                found.stream().filter(entry -> shown.contains(entry.transaction())).toList(),
                Optional.of(shown.getLast()));
    }
}
