package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Email;
import io.cybervpn.domain.identity.model.Invitation;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.Invitations;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invitations of staff, in the session of the open unit of work. */
@Singleton
final class PostgresInvitations implements Invitations {
    private static final String PUT =
            """
            insert into staff_invitation (token_hash, email, roles, invited_by, created_at)
            values (:hash, nullif(:email, ''), :roles, cast(nullif(:invitedBy, '') as uuid),
                :createdAt)
            on conflict (coalesce(email, '')) do update set token_hash = excluded.token_hash,
                roles = excluded.roles, invited_by = excluded.invited_by,
                created_at = excluded.created_at""";
    private static final String FIND =
            """
            select email, array_to_string(roles, ' '), invited_by, created_at
            from staff_invitation where token_hash = :hash""";
    private static final String TAKE = "delete from staff_invitation where token_hash = :hash";

    @Override
    public Uni<Void> put(Invitation invitation) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(PUT)
                                        .setParameter("hash", invitation.hash().hex())
                                        .setParameter(
                                                "email", text(invitation.email().map(Email::value)))
                                        .setParameter("roles", codes(invitation.roles()))
                                        .setParameter(
                                                "invitedBy",
                                                text(invitation.invitedBy().map(AccountId::value)))
                                        .setParameter("createdAt", invitation.createdAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String[] codes(Set<RoleCode> roles) {
        return roles.stream().map(RoleCode::value).sorted().toArray(String[]::new);
    }

    /** Absent as an empty text: a bare null has no type. */
    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    @Override
    public Uni<Optional<Invitation>> find(TokenHash hash) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(FIND, Object[].class)
                                        .setParameter("hash", hash.hex())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(row -> invitation(hash, row)));
    }

    private static Invitation invitation(TokenHash hash, Object[] row) {
        return new Invitation(
                hash,
                Optional.ofNullable((String) row[0]).map(Email::new),
                Stream.of(((String) row[1]).split(" "))
                        .filter(code -> !code.isEmpty())
                        .map(RoleCode::new)
                        .collect(Collectors.toSet()),
                Optional.ofNullable((UUID) row[2]).map(AccountId::new),
                ((OffsetDateTime) row[3]).toInstant());
    }

    @Override
    public Uni<Boolean> take(TokenHash hash) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(TAKE)
                                        .setParameter("hash", hash.hex())
                                        .executeUpdate())
                .map(deleted -> deleted == 1);
    }
}
