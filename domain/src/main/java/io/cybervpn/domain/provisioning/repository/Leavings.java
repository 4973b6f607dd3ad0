package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Leaving;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who is still to be removed from a panel. Every method works in the open unit of work. */
public interface Leavings {
    /** Notes one. Repeatable: of the same access and panel there is one. */
    Uni<Void> add(AccessId access, PanelId panel, Instant dueAt);

    /** Takes due ones of a panel and hides them from others until {@code lease} has passed. */
    Uni<List<Leaving>> claim(PanelId panel, int limit, Instant now, Duration lease);

    /** It is tried again at a moment. */
    Uni<Void> postpone(Leaving leaving, int attempts, Instant dueAt);

    /** He is gone, or wanted there again. */
    Uni<Void> remove(Leaving leaving);
}
