package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.PanelId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * People who are taken over, row by row.
 *
 * @param key what makes it one; unique in the shop
 * @param total how many rows it has
 */
public record ImportJob(
        UUID id,
        String key,
        Terms terms,
        Asked asked,
        BulkJob.State state,
        int total,
        Instant createdAt,
        Optional<Instant> endedAt) {
    /**
     * What they become.
     *
     * @param panel where they are
     * @param plan that each is served with
     * @param owner whose the one row is, when staff know what the panel does not
     * @param locale of people who are new, a BCP 47 tag
     */
    public record Terms(PanelId panel, PlanId plan, Optional<AccountId> owner, String locale) {}

    /** Who asked, and why. */
    public record Asked(AccountId staff, String reason) {}

    /**
     * One row.
     *
     * @param name at the panel; empty once its owner was erased
     * @param detail the code of a refusal, or empty
     * @param made what came of it, when it is done
     * @param at when it came to this
     */
    public record Row(
            int position,
            Optional<String> name,
            BulkJob.RowState state,
            String detail,
            Optional<Made> made,
            Optional<Instant> at) {
        /** Leaves the name out. */
        @Override
        public String toString() {
            return "Row[" + position + ", " + state + ", " + detail + "]";
        }
    }

    /** What came of a row: whose it is, and what serves him. */
    public record Made(AccountId account, UUID subscription) {}

    /** A row whose turn has come. */
    public record Turn(BulkJob.Place place, String name) {
        /** Leaves the name out. */
        @Override
        public String toString() {
            return "Turn[" + place + "]";
        }
    }

    /** What became of a row. */
    public sealed interface Outcome {
        /** It is done. */
        record Done(Made made) implements Outcome {}

        /**
         * A rule is against it.
         *
         * @param code by which clients know the rule
         */
        record Refused(String code) implements Outcome {}
    }
}
