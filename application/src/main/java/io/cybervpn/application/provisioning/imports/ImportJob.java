package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.subscription.BulkJob;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.shared.Asset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
     * @param file of another shop whose lines they are; empty: all are users of the panel
     */
    public record Terms(
            PanelId panel,
            PlanId plan,
            Optional<AccountId> owner,
            String locale,
            Optional<FileTerms> file) {
        /** Of users of the panel. */
        public Terms(PanelId panel, PlanId plan, Optional<AccountId> owner, String locale) {
            this(panel, plan, owner, locale, Optional.empty());
        }
    }

    /**
     * What lines of a file become.
     *
     * @param shop what staff call the other shop, for ever: a row of it comes over once
     * @param digest of the file
     * @param balances what its balances are counted in; empty: they are left out
     * @param dryRun only say what would come of each
     */
    public record FileTerms(
            LineSource source,
            String shop,
            String digest,
            Optional<Asset> balances,
            boolean dryRun) {}

    /** Who asked, and why. */
    public record Asked(AccountId staff, String reason) {}

    /**
     * One row.
     *
     * @param name at the panel, or of the line at the other shop; empty once its owner was erased
     * @param detail the code of a refusal, what is to be said of one that is done, or empty
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
        /** The code of a refusal or a failure. */
        public Optional<String> code() {
            return Optional.of(detail)
                    .filter(text -> !text.isEmpty() && state != BulkJob.RowState.DONE);
        }

        /** What is to be said of one that is done, as codes. */
        public List<String> notes() {
            return state == BulkJob.RowState.DONE && !detail.isEmpty()
                    ? List.of(detail.split(","))
                    : List.of();
        }

        /** Leaves the name out. */
        @Override
        public String toString() {
            return "Row[" + position + ", " + state + ", " + detail + "]";
        }
    }

    /**
     * What came of a row: whose it is, and what serves him.
     *
     * @param subscription empty for one who has no time left
     */
    public record Made(AccountId account, Optional<UUID> subscription) {
        /** One who is served. */
        public Made(AccountId account, UUID subscription) {
            this(account, Optional.of(subscription));
        }
    }

    /**
     * A row to be.
     *
     * @param data what the line says, by {@code LineSource.Field#code}; empty for a user of the
     *     panel
     */
    public record Entry(String name, Map<String, String> data) {
        /** Copies. */
        public Entry {
            data = Map.copyOf(data);
        }

        /** A user of the panel. */
        public static Entry named(String name) {
            return new Entry(name, Map.of());
        }

        /** Leaves out who he is. */
        @Override
        public String toString() {
            return "Entry[hidden]";
        }
    }

    /**
     * A row whose turn has come.
     *
     * @param data as in {@link Entry}
     */
    public record Turn(BulkJob.Place place, String name, Map<String, String> data) {
        /** Copies. */
        public Turn {
            data = Map.copyOf(data);
        }

        /** Leaves the name out. */
        @Override
        public String toString() {
            return "Turn[" + place + "]";
        }
    }

    /** What became of a row. */
    public sealed interface Outcome {
        /**
         * It is done.
         *
         * @param notes what is to be said of it, as codes
         */
        record Done(Made made, List<String> notes) implements Outcome {
            /** Copies. */
            public Done {
                notes = List.copyOf(notes);
            }

            /** Nothing is to be said of it. */
            public Done(Made made) {
                this(made, List.of());
            }
        }

        /**
         * It would be done: a dry run.
         *
         * @param notes what would be said of it, as codes
         */
        record Foreseen(List<String> notes) implements Outcome {
            /** Copies. */
            public Foreseen {
                notes = List.copyOf(notes);
            }
        }

        /**
         * A rule is against it.
         *
         * @param code by which clients know the rule
         */
        record Refused(String code) implements Outcome {}
    }
}
