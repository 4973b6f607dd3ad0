package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.LastAnswers;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Last answers in memory. */
public final class InMemoryLastAnswers implements LastAnswers {
    private record Key(AccessId access, String variant) {}

    private record Kept(LinkFile file, Instant until) {}

    private final Clock clock;
    private final Map<Key, Kept> answers = new ConcurrentHashMap<>();

    public InMemoryLastAnswers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Optional<LinkFile>> find(AccessId access, String variant) {
        return Uni.createFrom()
                .item(
                        () ->
                                Optional.ofNullable(answers.get(new Key(access, variant)))
                                        .filter(kept -> kept.until().isAfter(clock.instant()))
                                        .map(Kept::file));
    }

    @Override
    public Uni<Void> put(AccessId access, String variant, LinkFile file, Duration kept) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                answers.put(
                                        new Key(access, variant),
                                        new Kept(file, clock.instant().plus(kept))));
    }

    @Override
    public Uni<Void> forget(AccessId access) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> answers.keySet().removeIf(key -> key.access().equals(access)));
    }
}
