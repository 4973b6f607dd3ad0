package io.cybervpn.presentation.identity;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Passkeys of which nothing but the row is wanted. */
public final class PasskeyRows {
    private PasskeyRows() {}

    /** Gives the account with this e-mail the passkey {@code a phone}. */
    public static void insert(Pool pool, String email) {
        pool.preparedQuery(
                        """
                        insert into passkey (id, account_id, credential_id, public_key, counter,
                            backup_eligible, backed_up, name, created_at)
                        select gen_random_uuid(), id, $2, 'a public key', 0, false, false,
                            'a phone', now()
                        from account where email = $1""")
                .execute(Tuple.of(email, "credential-of-" + email))
                .await()
                .indefinitely();
    }

    /** How many the account with this e-mail has. */
    static long count(Pool pool, String email) {
        return pool.preparedQuery(
                        """
                        select count(*) from passkey k join account a on a.id = k.account_id
                        where a.email = $1""")
                .execute(Tuple.of(email))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }
}
