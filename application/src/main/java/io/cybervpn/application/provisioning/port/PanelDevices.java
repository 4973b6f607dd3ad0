package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The devices that the panel has seen behind the link of a user. Never called in a unit of work.
 * Every method fails with {@link PanelUnavailable} when it is not known what the panel did; each
 * may be called again.
 */
public interface PanelDevices {
    /** The devices of a user, the one that came last first. */
    Uni<List<Device>> of(PanelUser user);

    /** Removes a device; one that is not there counts as removed. It may come again. */
    Uni<Void> remove(PanelUser user, String hwid);

    /** Removes all devices of a user. */
    Uni<Void> removeAll(PanelUser user);

    /**
     * A device, as its app tells of itself: nothing of it is proven.
     *
     * @param hwid the hardware id; never shown to anybody
     * @param client name and version of the app
     */
    record Device(
            String hwid,
            Optional<String> platform,
            Optional<String> osVersion,
            Optional<String> model,
            Optional<String> client,
            Instant firstSeenAt,
            Instant lastSeenAt) {
        /** Leaves the hardware id out. */
        @Override
        public String toString() {
            return "Device[platform=" + platform + ", lastSeenAt=" + lastSeenAt + "]";
        }
    }
}
