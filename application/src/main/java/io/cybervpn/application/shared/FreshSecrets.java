package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;

/** The secrets by which pushes are judged, which another instance may have changed a moment ago. */
public interface FreshSecrets {
    /**
     * Learns what was changed, at most once a second, so that forgers cost nothing. What was known
     * stays if that fails. Never in a unit of work; never fails.
     */
    Uni<Void> lookAgain();
}
