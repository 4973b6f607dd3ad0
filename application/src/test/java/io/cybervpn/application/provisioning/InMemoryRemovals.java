package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.RemovalNear;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.Removals;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Removals of the accesses in memory. */
public final class InMemoryRemovals implements Removals {
    private final InMemoryTable<AccessId, Instant> told;
    private final InMemoryAccesses accesses;

    public InMemoryRemovals(InMemoryUnitOfWork unitOfWork, InMemoryAccesses accesses) {
        this.told = unitOfWork.table();
        this.accesses = accesses;
    }

    @Override
    public Uni<List<RemovalNear>> takeUntold(Instant now, Instant until, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                accesses.all().stream()
                                        .filter(access -> !(access instanceof Access.Removed))
                                        .flatMap(access -> near(access, now).stream())
                                        .filter(near -> isUntold(near, now, until))
                                        .limit(limit)
                                        .toList())
                .invoke(found -> found.forEach(one -> told.put(one.access(), one.removeAt())));
    }

    private static Optional<RemovalNear> near(Access access, Instant now) {
        var wish = access.desire();
        return wish.spec()
                .removeAt()
                .map(at -> new RemovalNear(wish.id(), wish.account(), at, now));
    }

    private boolean isUntold(RemovalNear near, Instant now, Instant until) {
        return near.removeAt().isAfter(now)
                && !near.removeAt().isAfter(until)
                && !told.get(near.access()).equals(Optional.of(near.removeAt()));
    }
}
