package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far a panel follows what is wanted of it, by the shop's own records. */
public interface PanelStanding {
    /**
     * Reads it.
     *
     * @param sample of parked records to name, 0 to 500
     */
    Uni<Standing> of(PanelId panel, int sample);

    /**
     * How far it is.
     *
     * @param ready what the panel has as it was wanted
     * @param waiting what is on its way, or is tried again
     * @param parked what the panel refused
     * @param sample the first of those, longest ago first
     * @param sweptAt when the last sweep of it began; empty for never
     */
    record Standing(
            long ready, long waiting, long parked, List<Parked> sample, Optional<Instant> sweptAt) {
        /** Copies the list. */
        public Standing {
            sample = List.copyOf(sample);
        }
    }

    /**
     * One that staff must act for.
     *
     * @param reason the panel's
     */
    record Parked(AccessId access, String reason, int attempts, Instant since) {}
}
