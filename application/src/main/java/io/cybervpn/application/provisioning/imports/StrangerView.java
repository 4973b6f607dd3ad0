package io.cybervpn.application.provisioning.imports;

import io.cybervpn.domain.provisioning.model.Stranger;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user of a panel who is not the shop's, for staff.
 *
 * @param name by which he is taken over
 * @param serverGroups what they are called there
 * @param telegram as somebody typed it
 * @param email as somebody typed it
 */
public record StrangerView(
        String name,
        boolean switchedOff,
        Instant expireAt,
        long usedTrafficBytes,
        Limit traffic,
        List<String> serverGroups,
        Optional<Long> telegram,
        Optional<String> email,
        Optional<Instant> createdAt) {
    /** Copies the groups. */
    public StrangerView {
        serverGroups = List.copyOf(serverGroups);
    }

    static StrangerView of(Stranger user) {
        return new StrangerView(
                user.name(),
                user.state().disabled(),
                user.state().expireAt(),
                user.usedTrafficBytes(),
                user.state().traffic(),
                user.state().serverGroups().stream().sorted().toList(),
                user.telegram(),
                user.email(),
                user.createdAt());
    }

    /** Leaves out who he is. */
    @Override
    public String toString() {
        return "StrangerView[until " + expireAt + "]";
    }
}
