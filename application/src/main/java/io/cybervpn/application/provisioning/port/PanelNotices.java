package io.cybervpn.application.provisioning.port;

import io.cybervpn.domain.provisioning.AccessId;
import java.util.Optional;

/** Reads the pushes of the panel. Pure. */
public interface PanelNotices {
    /** Reads the body of a verified push. */
    Notice read(String body);

    /**
     * What a push is about; the names of events are safe to keep and to show.
     *
     * <p>Only the fact that something happened is taken: pushes come in any order, so the panel is
     * asked how things stand.
     */
    sealed interface Notice {
        /** Something happened to a user of ours, or to a device of his. */
        record AboutAccess(String event, AccessId access) implements Notice {}

        /**
         * Something happened to a user whose name is none of ours: perhaps one who was taken over.
         *
         * @param username the panel's name of him; not to be kept
         */
        record AboutStranger(String event, String username) implements Notice {
            /** Leaves out who it is. */
            @Override
            public String toString() {
                return "AboutStranger[" + event + "]";
            }
        }

        /**
         * Something happened to a node.
         *
         * @param node the panel's UUID of it
         */
        record AboutNode(String event, String node) implements Notice {}

        /**
         * Something that people have to look at, such as a failed login at the panel.
         *
         * @param access whose it is, if it is about a user of ours
         */
        record ForStaff(String event, Optional<AccessId> access) implements Notice {}

        /** Something happened that provisioning does not act on, or to a user that is not ours. */
        record OfNoInterest(String event) implements Notice {}

        /** Not a push as the panel writes them. */
        record Unreadable(String reason) implements Notice {}
    }
}
