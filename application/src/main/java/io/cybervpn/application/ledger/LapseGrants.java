package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.ledger.WalletChanged;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.cybervpn.domain.ledger.repository.Wallets.Lapse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Books back what customers were given and did not spend in time, a batch per call. It could not be
 * spent since its moment; this makes the books say so. Safe for any number of instances at once.
 */
@Singleton
public final class LapseGrants {
    private final UnitOfWork unitOfWork;
    private final Wallets wallets;
    private final PostTransaction postTransaction;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    LapseGrants(
            UnitOfWork unitOfWork,
            Wallets wallets,
            PostTransaction postTransaction,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.wallets = wallets;
        this.postTransaction = postTransaction;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * How much to do.
     *
     * @param limit the size of the batch, 1 to 1000
     */
    public record Command(int limit) {}

    /** Books one batch back; says how many grants lapsed. */
    public Uni<Integer> execute(Command command) {
        return unitOfWork.run(
                () -> wallets.lapse(clock.instant(), command.limit()).chain(this::book));
    }

    private Uni<Integer> book(List<Lapse> lapses) {
        return postTransaction
                .executeAll(lapses.stream().map(LapseGrants::booking).toList())
                .chain(() -> outbox.appendAll(told(lapses)))
                .replaceWith(lapses.size());
    }

    private List<WalletChanged> told(List<Lapse> lapses) {
        Instant now = clock.instant();
        return lapses.stream()
                .map(
                        lapse ->
                                new WalletChanged(
                                        lapse.owner(), lapse.grant().value(), lapse.lost(), now))
                .toList();
    }

    private static PostTransaction.Command booking(Lapse lapse) {
        return new PostTransaction.Command(
                WalletBookings.lapsedKey(lapse.grant(), lapse.time()),
                Kind.GRANT_LAPSED,
                WalletBookings.lapsed(lapse.owner(), lapse.lost()));
    }
}
