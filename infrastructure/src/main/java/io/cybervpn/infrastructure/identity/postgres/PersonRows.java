package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The rows beside an account that tell of a person. A new table of identity that does so belongs in
 * here; {@code docs/personal-data.md} lists them all.
 */
final class PersonRows {
    /** What is left of a session is its id, which the list of the denied may still need. */
    private static final List<String> FORGET =
            List.of(
                    "update session set device = '', address = '' where account_id = :from",
                    "delete from account_profile where account_id = :from",
                    "delete from account_identity where account_id = :from",
                    "delete from second_factor where account_id = :from",
                    // Authenticators know them by the account's id, so another cannot take them.
                    "delete from passkey where account_id = :from",
                    "delete from email_code where account_id = :from",
                    "delete from deep_link_login where account_id = :from",
                    "delete from account_export where account_id = :from",
                    "delete from account_note where account_id = :from",
                    "delete from account_tag where account_id = :from");

    /** Where there can be only one, the other account keeps its own and this one's is forgotten. */
    private static final List<String> MOVE =
            List.of(
                    """
                    update account_identity i set account_id = :into
                    where account_id = :from and not exists (select 1 from account_identity own
                        where own.account_id = :into and own.provider = i.provider)""",
                    """
                    update account_profile set account_id = :into
                    where account_id = :from
                        and not exists (select 1 from account_profile where account_id = :into)""",
                    "update account_note set account_id = :into where account_id = :from",
                    """
                    insert into account_tag (account_id, tag)
                    select :into, tag from account_tag where account_id = :from
                    on conflict do nothing""",
                    "update account set merged_into = :into where merged_into = :from");

    private PersonRows() {}

    static Uni<Void> forget(Mutiny.Session db, AccountId from) {
        return Multi.createFrom()
                .iterable(FORGET)
                .onItem()
                .transformToUniAndConcatenate(
                        sql ->
                                db.createNativeQuery(sql)
                                        .setParameter("from", from.value())
                                        .executeUpdate())
                .collect()
                .last()
                .replaceWithVoid();
    }

    static Uni<Void> move(Mutiny.Session db, AccountId from, AccountId into) {
        return Multi.createFrom()
                .iterable(MOVE)
                .onItem()
                .transformToUniAndConcatenate(
                        sql ->
                                db.createNativeQuery(sql)
                                        .setParameter("from", from.value())
                                        .setParameter("into", into.value())
                                        .executeUpdate())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
