package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Grace;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.Optional;

/** What stands behind a token at a moment. */
sealed interface LinkTarget {
    /** Nothing: the token was never given out, or another came in its place. */
    record Unknown() implements LinkTarget {}

    /** A subscription whose servers cannot be had, and why. */
    record Stopped(Standing standing, LinkState why) implements LinkTarget {}

    /** A subscription whose servers the panel describes. */
    record Open(Standing standing, PanelUser user) implements LinkTarget {}

    /**
     * What is told of every subscription.
     *
     * @param language tag of what its owner reads
     * @param usedBytes since the last reset, as the panel last told
     * @param grace that it is in
     */
    record Standing(
            AccessId access,
            String language,
            Instant expireAt,
            long usedBytes,
            Limit traffic,
            Optional<Grace> grace) {
        /** Until when an answer may be given again. */
        Instant changesAt() {
            return grace.map(Grace::until).filter(expireAt::isAfter).orElse(expireAt);
        }
    }
}
