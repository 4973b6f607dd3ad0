package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * One control panel of VPN servers, or of other things that are sold; {@link Panels} leads to it.
 * Never called in a unit of work. What only some panels can do is an interface of its own beside
 * this one.
 */
public interface VpnPanel {
    /**
     * Makes the panel's user match {@code spec}, creating it if absent. Idempotent by {@code
     * access}. Fails with {@link PanelUnavailable} (outcome unknown, retry later) or {@link
     * PanelRefused} (do not retry, alert), or with {@link PanelBusy} while it is at work on it.
     *
     * @return the user as the panel holds it afterwards
     */
    Uni<PanelUser> bring(AccessId access, AccessSpec spec);

    /**
     * Removes the user, if there is one. Idempotent by {@code access}. Fails like {@link #bring}.
     */
    Uni<Void> remove(AccessId access);

    /**
     * One page of all users of the panel that are ours, in an order in which new users do not hide
     * others. Fails like {@link #bring}.
     *
     * @param cursor empty for the first page, else {@link Page#next} of the page before
     * @param size users of the panel to look at, 1 to 1000; foreign ones among them are left out
     */
    Uni<Page> users(Optional<String> cursor, int size);

    /** Whether the panel answers and takes our credentials. Fails like {@link #bring}. */
    Uni<Check> check();

    /**
     * What a panel tells of itself.
     *
     * @param version as it calls it; empty if it does not say
     * @param serverGroups that a plan can name there
     */
    record Check(String version, List<String> serverGroups) {
        /** Copies the groups. */
        public Check {
            serverGroups = List.copyOf(serverGroups);
        }
    }

    /** A user of ours on the panel. */
    record Entry(AccessId access, PanelState state, PanelUser user) {}

    /**
     * A page.
     *
     * @param next where the next page starts; empty on the last one
     */
    record Page(List<Entry> entries, Optional<String> next) {
        /** Copies the entries. */
        public Page {
            entries = List.copyOf(entries);
        }
    }
}
