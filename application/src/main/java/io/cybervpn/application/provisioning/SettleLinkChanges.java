package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.LinkCache;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes out of the cache what was answered before a change. A change is noted with itself and
 * forgotten only when the cache has let go, so a crash or a cache that is down between the two
 * costs time and nothing else. Several instances may do it at once: it is repeatable.
 */
@Singleton
public final class SettleLinkChanges {
    private static final int BATCH = 500;

    private final UnitOfWork unitOfWork;
    private final AccessLinks links;
    private final LinkCache cache;

    @Inject
    SettleLinkChanges(UnitOfWork unitOfWork, AccessLinks links, LinkCache cache) {
        this.unitOfWork = unitOfWork;
        this.links = links;
        this.cache = cache;
    }

    /**
     * What was done.
     *
     * @param settled changes
     * @param more whether there may be more
     */
    public record Result(int settled, boolean more) {}

    /** Settles one batch, oldest first. Fails when the cache does not answer. */
    public Uni<Result> execute() {
        return unitOfWork.run(() -> links.changes(BATCH)).chain(this::settle);
    }

    private Uni<Result> settle(List<AccessLinks.Change> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(new Result(0, false));
        }
        Set<String> hashes =
                changes.stream()
                        .map(AccessLinks.Change::tokenHash)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        return cache.evict(hashes)
                .chain(() -> unitOfWork.run(() -> links.settled(changes)))
                .replaceWith(new Result(changes.size(), changes.size() == BATCH));
    }
}
