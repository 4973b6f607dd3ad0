package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Note;
import io.cybervpn.domain.identity.repository.CustomerCards;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Notes and tags, in the session of the open unit of work. */
@Singleton
final class PostgresCustomerCards implements CustomerCards {
    private static final String TAGS = "select tag from account_tag where account_id = :account";
    private static final String UNTAG = "delete from account_tag where account_id = :account";
    private static final String TAG =
            "insert into account_tag (account_id, tag) select :account, unnest(cast(:tags as text[]))";
    private static final String NOTES =
            """
            select id, text, author_id, created_at from account_note
            where account_id = :account order by created_at desc, id desc limit :size""";
    private static final String ADD_NOTE =
            """
            insert into account_note (id, account_id, text, author_id, created_at)
            values (:id, :account, :text, cast(nullif(:author, '') as uuid), :createdAt)""";
    private static final String REMOVE_NOTE =
            "delete from account_note where account_id = :account and id = :id";

    @Override
    public Uni<Set<String>> tags(AccountId account) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(TAGS, String.class)
                                        .setParameter("account", account.value())
                                        .getResultList())
                .map(Set::copyOf);
    }

    @Override
    public Uni<Void> tag(AccountId account, Set<String> tags) {
        return Panache.getSession()
                .call(
                        db ->
                                db.createNativeQuery(UNTAG)
                                        .setParameter("account", account.value())
                                        .executeUpdate())
                .chain(
                        db ->
                                db.createNativeQuery(TAG)
                                        .setParameter("account", account.value())
                                        .setParameter("tags", tags.toArray(String[]::new))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Note>> notes(AccountId account, int limit) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(NOTES, Object[].class)
                                        .setParameter("account", account.value())
                                        .setParameter("size", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> note(account, row)).toList());
    }

    private static Note note(AccountId account, Object[] row) {
        return new Note(
                (UUID) row[0],
                account,
                (String) row[1],
                Optional.ofNullable((UUID) row[2]).map(AccountId::new),
                ((OffsetDateTime) row[3]).toInstant());
    }

    @Override
    public Uni<Void> add(Note note) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(ADD_NOTE)
                                        .setParameter("id", note.id())
                                        .setParameter("account", note.about().value())
                                        .setParameter("text", note.text())
                                        .setParameter("author", author(note))
                                        .setParameter("createdAt", note.createdAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Absent as an empty text: a bare null has no type. */
    private static String author(Note note) {
        return note.author().map(id -> id.value().toString()).orElse("");
    }

    @Override
    public Uni<Boolean> removeNote(AccountId account, UUID note) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(REMOVE_NOTE)
                                        .setParameter("account", account.value())
                                        .setParameter("id", note)
                                        .executeUpdate())
                .map(removed -> removed == 1);
    }
}
