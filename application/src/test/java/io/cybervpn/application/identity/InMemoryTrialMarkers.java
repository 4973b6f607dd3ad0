package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.model.TrialIdentifier;
import io.cybervpn.domain.identity.repository.TrialMarkers;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;

/** Markers in memory, without keys. */
public final class InMemoryTrialMarkers implements TrialMarkers {
    private final InMemoryTable<TrialIdentifier, Instant> rows;

    public InMemoryTrialMarkers(InMemoryUnitOfWork unitOfWork) {
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Boolean> isMarked(Set<TrialIdentifier> identifiers) {
        return Uni.createFrom()
                .item(() -> identifiers.stream().anyMatch(one -> rows.get(one).isPresent()));
    }

    @Override
    public Uni<Boolean> claim(Set<TrialIdentifier> identifiers, Instant at) {
        return Uni.createFrom()
                .item(
                        () ->
                                identifiers.stream().filter(one -> rows.insert(one, at)).count()
                                        == identifiers.size());
    }

    @Override
    public Uni<Void> unmark(Set<TrialIdentifier> identifiers) {
        return Uni.createFrom().voidItem().invoke(() -> identifiers.forEach(rows::remove));
    }

    @Override
    public Uni<Void> mark(Set<TrialIdentifier> identifiers, Instant at) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> identifiers.forEach(one -> rows.put(one, at)));
    }
}
