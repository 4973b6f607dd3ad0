package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.LinkCache;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Answers in memory, that can be down. */
public final class InMemoryLinkCache implements LinkCache {
    private record Kept(LinkFile file, Instant until) {}

    private record Link(String epoch, Map<String, Kept> variants) {}

    private final Clock clock;
    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private boolean down;

    public InMemoryLinkCache(Clock clock) {
        this.clock = clock;
    }

    public void down(boolean isDown) {
        this.down = isDown;
    }

    @Override
    public Uni<Optional<LinkFile>> find(String tokenHash, String first, String second) {
        return Uni.createFrom()
                .item(() -> found(tokenHash, first).or(() -> found(tokenHash, second)));
    }

    private Optional<LinkFile> found(String tokenHash, String variant) {
        return Optional.ofNullable(links.get(tokenHash))
                .filter(_ -> !down)
                .map(link -> link.variants().get(variant))
                .filter(kept -> kept.until().isAfter(clock.instant()))
                .map(Kept::file);
    }

    @Override
    public Uni<String> begin(String tokenHash) {
        return Uni.createFrom()
                .item(() -> down ? "" : links.computeIfAbsent(tokenHash, _ -> begun()).epoch());
    }

    private static Link begun() {
        return new Link(UUID.randomUUID().toString(), new ConcurrentHashMap<>());
    }

    @Override
    public Uni<Void> put(Slot slot, LinkFile file, Duration fresh) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                Optional.ofNullable(links.get(slot.tokenHash()))
                                        .filter(link -> link.epoch().equals(slot.epoch()))
                                        .ifPresent(
                                                link ->
                                                        link.variants()
                                                                .put(
                                                                        slot.variant(),
                                                                        new Kept(
                                                                                file,
                                                                                clock.instant()
                                                                                        .plus(
                                                                                                fresh)))));
    }

    @Override
    public Uni<Void> evict(Set<String> tokenHashes) {
        return down
                ? Uni.createFrom().failure(new IllegalStateException("the cache is down"))
                : Uni.createFrom().voidItem().invoke(() -> tokenHashes.forEach(links::remove));
    }
}
