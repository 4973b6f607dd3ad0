package io.cybervpn.presentation.audit;

import io.vertx.mutiny.sqlclient.Pool;

/** Changes the trail as only who owns the tables can: the shop never does. */
public final class Forger {
    private Forger() {}

    /** Writes another action into the rows about an object of a test. */
    public static void change(Pool pool, String object, String from, String to) {
        pool.query(
                        """
                        grant update on audit_entry to current_user;
                        alter table audit_entry disable trigger audit_entry_append_only;
                        update audit_entry set action = '%s'
                        where action = '%s' and object_id = '%s';
                        alter table audit_entry enable trigger audit_entry_append_only;
                        revoke update on audit_entry from current_user"""
                                .formatted(to, from, object))
                .execute()
                .await()
                .indefinitely();
    }
}
