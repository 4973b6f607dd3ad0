package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.ledger.model.Contribution;
import io.cybervpn.domain.ledger.model.WalletBookings;
import io.cybervpn.domain.ledger.repository.Contributions;
import io.cybervpn.domain.ledger.repository.Wallets;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Puts back what was set aside, each where it came from; what comes back to a grant whose time is
 * over lapses once more. Repeatable: what is not set aside any more is left alone. The caller holds
 * what it was set aside for.
 */
@Singleton
public final class ReleaseSetAside {
    private final UnitOfWork unitOfWork;
    private final Wallets wallets;
    private final Contributions contributions;
    private final PostTransaction postTransaction;
    private final Clock clock;

    @Inject
    ReleaseSetAside(
            UnitOfWork unitOfWork,
            Wallets wallets,
            Contributions contributions,
            PostTransaction postTransaction,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.wallets = wallets;
        this.contributions = contributions;
        this.postTransaction = postTransaction;
        this.clock = clock;
    }

    /** What to put back. */
    public sealed interface Command {
        /** What was set aside for these. */
        record For(Collection<UUID> subjects) implements Command {}

        /** All that an account set aside. */
        record AllOf(AccountId owner) implements Command {}
    }

    /** Puts it back; says for how many subjects something was. */
    public Uni<Integer> execute(Command command) {
        return unitOfWork.run(() -> held(command).chain(this::release));
    }

    private Uni<List<Contribution.Held>> held(Command command) {
        return switch (command) {
            case Command.For(var subjects) -> contributions.heldFor(subjects);
            case Command.AllOf(var owner) -> contributions.heldBy(owner);
        };
    }

    private Uni<Integer> release(List<Contribution.Held> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(this::release)
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<PostTransaction.Result> release(Contribution.Held held) {
        return wallets.lock(held.owner(), held.draw().paid().asset())
                .chain(() -> wallets.putBack(held.draw()))
                .chain(() -> contributions.save(held.release(), clock.instant()))
                .chain(() -> postTransaction.execute(booking(held)));
    }

    private static PostTransaction.Command booking(Contribution.Held held) {
        return new PostTransaction.Command(
                WalletBookings.releasedKey(held.subject(), held.time()),
                Kind.HOLD_RELEASED,
                WalletBookings.putBack(
                        held.owner(), held.draw(), new LedgerAccount.CustomerHold(held.owner())));
    }
}
