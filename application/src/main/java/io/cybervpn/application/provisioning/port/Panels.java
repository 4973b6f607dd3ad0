package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Panel;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The panels as this instance knows them. What is edited elsewhere is known here in seconds. */
public interface Panels {
    /**
     * One of them.
     *
     * @param ready whether it has what it takes to be called
     * @param users accesses that are wanted there, some seconds ago
     * @param secretsSet names of secrets that it has
     */
    record Known(
            Panel panel, boolean ready, long users, PanelHealth health, Set<String> secretsSet) {
        /** Copies the names. */
        public Known {
            secretsSet = Set.copyOf(secretsSet);
        }
    }

    /** All, in the order of their ids. The configured one is always there. */
    List<Known> all();

    /**
     * The way to one. Calls of a panel that is off or not known here fail with {@link
     * PanelUnavailable}.
     */
    VpnPanel panel(PanelId id);

    /** As {@link #panel}, even if it is off: to try it before it takes anybody. */
    VpnPanel even(PanelId id);

    /** How one does. */
    PanelHealth health(PanelId id);

    /** What kinds of secrets a panel has, each by its name; empty for an unknown panel. */
    Set<String> secretFields(PanelId id);

    /** Whether a secret of a panel may look like this. */
    boolean accepts(PanelId id, String field, String value);

    /** Reads what is stored. Never in a unit of work. */
    Uni<Void> refresh();

    /** Notes that one more access is wanted on a panel, until that is read anew. */
    void placed(PanelId id);

    /** One of {@link #all}. */
    default Optional<Known> find(PanelId id) {
        return all().stream().filter(known -> known.panel().id().equals(id)).findFirst();
    }
}
