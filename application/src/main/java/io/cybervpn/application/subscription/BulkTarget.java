package io.cybervpn.application.subscription;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** With which something is done. */
public sealed interface BulkTarget {
    /** The most at once. */
    int SUBJECTS_MAX = 100_000;

    /**
     * These subscriptions, or customers.
     *
     * @param ids 1 to 10,000; each counts once
     */
    record These(List<UUID> ids) implements BulkTarget {
        /** The most. */
        public static final int IDS_MAX = 10_000;

        /** Copies the list, without repetition. */
        public These {
            ids = List.copyOf(new LinkedHashSet<>(ids));
        }
    }

    /** The subscriptions that match, or their customers. */
    record Matching(SubscriptionRecords.Filter filter) implements BulkTarget {}
}
