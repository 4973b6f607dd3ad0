package io.cybervpn.application.ledger;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.model.Contribution;
import io.cybervpn.domain.ledger.repository.Contributions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What wallets gave, by what for. */
public final class InMemoryContributions implements Contributions {
    private final InMemoryLedger ledger;
    private final InMemoryTable<UUID, Contribution> rows;

    InMemoryContributions(InMemoryLedger ledger, InMemoryTable<UUID, Contribution> rows) {
        this.ledger = ledger;
        this.rows = rows;
    }

    @Override
    public Uni<Optional<Contribution>> find(UUID subject) {
        return ledger.inside(() -> rows.get(subject));
    }

    @Override
    public Uni<List<Contribution.Held>> heldFor(Collection<UUID> subjects) {
        return held(one -> subjects.contains(one.subject()));
    }

    @Override
    public Uni<List<Contribution.Held>> heldBy(AccountId owner) {
        return held(one -> one.owner().equals(owner));
    }

    private Uni<List<Contribution.Held>> held(Predicate<Contribution> which) {
        return ledger.inside(
                () ->
                        rows.where(which).stream()
                                .filter(Contribution.Held.class::isInstance)
                                .map(Contribution.Held.class::cast)
                                .toList());
    }

    @Override
    public Uni<Void> save(Contribution contribution, Instant now) {
        return ledger.inside(
                        () -> {
                            rows.put(contribution.subject(), contribution);
                            return true;
                        })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> reown(AccountId from, AccountId into) {
        return ledger.inside(
                        () -> {
                            rows.where(one -> one.owner().equals(from))
                                    .forEach(one -> rows.put(one.subject(), owned(one, into)));
                            return true;
                        })
                .replaceWithVoid();
    }

    private static Contribution owned(Contribution one, AccountId by) {
        return switch (one) {
            case Contribution.Held held ->
                    new Contribution.Held(held.subject(), by, held.draw(), held.time());
            case Contribution.Released released ->
                    new Contribution.Released(
                            released.subject(), by, released.draw(), released.time());
            case Contribution.Spent spent ->
                    new Contribution.Spent(
                            spent.subject(), by, spent.draw(), spent.time(), spent.returned());
        };
    }
}
