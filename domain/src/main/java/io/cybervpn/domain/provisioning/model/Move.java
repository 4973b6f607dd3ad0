package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.PanelId;
import java.util.Optional;

/** What wanting an access on another panel changes. */
public sealed interface Move {
    /** Nothing: it is wanted there already. */
    record Unchanged() implements Move {}

    /**
     * It is wanted there from now on.
     *
     * @param left a panel where it was wanted and perhaps brought to, and is not wanted any more
     */
    record Moved(Access.Pending access, Optional<PanelId> left) implements Move {}
}
