package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The users of panels whom the shop did not make and did not take over. Only some kinds of panels
 * can let a user be taken over. Never called in a unit of work; fails with {@link PanelUnavailable}
 * or {@link PanelRefused}.
 */
public interface PanelStrangers {
    /** Whether users of a panel can be taken over; false for one that is off or not known here. */
    boolean offers(PanelId panel);

    /**
     * One page of them, in an order in which new users do not hide others.
     *
     * @param cursor empty for the first page, else {@link Page#next} of the page before
     * @param size users of the panel to look at, 1 to 1000; those of the shop are left out
     */
    Uni<Page> page(PanelId panel, Optional<String> cursor, int size);

    /** One whom somebody names, taken over or not; empty for one whom the shop made. */
    Uni<Optional<Stranger>> find(PanelId panel, PanelUserKey key);

    /**
     * A page.
     *
     * @param next where the next page starts; empty on the last one
     */
    record Page(List<Stranger> strangers, Optional<String> next) {
        /** Copies the list. */
        public Page {
            strangers = List.copyOf(strangers);
        }
    }
}
