package io.cybervpn.application.provisioning.port;

/** How somebody names a user of a panel. */
public sealed interface PanelUserKey {
    /** By his exact name there. */
    record Name(String text) implements PanelUserKey {
        /** Leaves it out. */
        @Override
        public String toString() {
            return "Name[hidden]";
        }
    }

    /** By the last part of his link. */
    record ShortUuid(String text) implements PanelUserKey {
        /** Leaves it out: who has it has the link. */
        @Override
        public String toString() {
            return "ShortUuid[hidden]";
        }
    }

    /** By an id that only panels of Remnawave 2.x have. */
    record Uuid(String text) implements PanelUserKey {}
}
