package io.cybervpn.application.ledger;

import io.cybervpn.application.ledger.port.LedgerFeed;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows staff the journal as a feed, newest first. Needs {@link Permission#LEDGER_READ}. */
@Singleton
public final class ListLedgerTransactions {
    private final LedgerFeed feed;

    @Inject
    ListLedgerTransactions(LedgerFeed feed) {
        this.feed = feed;
    }

    /**
     * Who asks, from where on.
     *
     * @param before the last one seen; empty to begin
     * @param limit 1 to 200
     */
    public record Command(Actor actor, Optional<LedgerTransactionId> before, int limit) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * A piece of the feed.
         *
         * @param next where to go on; empty at the end
         */
        record Listed(List<LedgerTransaction> transactions, Optional<LedgerTransactionId> next)
                implements Result {
            /** Copies the list. */
            public Listed {
                transactions = List.copyOf(transactions);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.LEDGER_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return feed.transactions(command.before(), command.limit() + 1)
                .map(found -> listed(found, command.limit()));
    }

    /** One more than wanted was read, to know whether there is more. */
    private static Result listed(List<LedgerTransaction> found, int limit) {
        if (found.size() <= limit) {
            return new Result.Listed(found, Optional.empty());
        }
        List<LedgerTransaction> wanted = found.subList(0, limit);
        return new Result.Listed(wanted, Optional.of(wanted.getLast().id()));
    }
}
