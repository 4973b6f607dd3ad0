package io.cybervpn.application.shared;

import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a use case says what staff did, or what concerns security. */
public interface AuditTrail {
    /**
     * Stores one row in the open unit of work, so that it is there exactly if the deed is. Address,
     * request id and, if the entry has none, the reason come from the running request. Not
     * repeatable: two calls are two rows. Fails with {@link IllegalStateException} outside a unit
     * of work. Waits for nobody: rows are chained when the transaction commits.
     */
    Uni<Void> append(Entry entry);

    /**
     * What happened.
     *
     * @param action {@code section.verb} in lower case, such as {@code catalogue.edit_plan}
     * @param objectType what it was done to, such as {@code plan}
     * @param objectId of the object, as clients know it; up to 200 characters
     * @param changes without secrets
     * @param reason when it is not the request's {@code X-Reason}
     */
    record Entry(
            Actor actor,
            String action,
            String objectType,
            String objectId,
            Changes changes,
            Optional<String> reason) {
        private static final Pattern ACTION = Pattern.compile("[a-z_]+(\\.[a-z_]+)+");
        private static final int OBJECT_ID_LENGTH_MAX = 200;

        /** Refuses a malformed action or an object's id that is too long. */
        public Entry {
            if (!ACTION.matcher(action).matches() || objectId.length() > OBJECT_ID_LENGTH_MAX) {
                throw new IllegalArgumentException("not an entry: " + action + " " + objectId);
            }
        }

        /** Without changes and with the reason of the request. */
        public static Entry of(Actor actor, String action, String objectType, Object objectId) {
            return new Entry(
                    actor,
                    action,
                    objectType,
                    objectId.toString(),
                    Changes.none(),
                    Optional.empty());
        }

        /** The same with what became different. */
        public Entry with(Changes different) {
            return new Entry(actor, action, objectType, objectId, different, reason);
        }

        /** The same with a reason of its own. */
        public Entry because(String why) {
            return new Entry(actor, action, objectType, objectId, changes, Optional.of(why));
        }
    }
}
