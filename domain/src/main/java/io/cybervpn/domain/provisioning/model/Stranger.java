package io.cybervpn.domain.provisioning.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A user of a panel whom the shop did not make, as the panel tells it.
 *
 * @param name by which the panel keeps him for good
 * @param usedTrafficBytes since the panel's last reset
 * @param telegram the id of who he is at Telegram, as somebody typed it
 * @param email as somebody typed it; nobody showed that he reads its mail
 * @param createdAt empty on panels that do not say
 */
public record Stranger(
        String name,
        PanelState state,
        long usedTrafficBytes,
        Optional<Long> telegram,
        Optional<String> email,
        Optional<Instant> createdAt) {
    /** Leaves out who he is. */
    @Override
    public String toString() {
        return "Stranger[until " + state.expireAt() + "]";
    }
}
