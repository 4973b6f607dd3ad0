package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.domain.identity.RoleCode;
import io.cybervpn.domain.identity.model.Role;
import io.cybervpn.domain.identity.repository.Roles;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Roles of the shop's own, in the session of the open unit of work. */
@Singleton
final class PostgresRoles implements Roles {
    private static final String COLUMNS =
            "select code, name, array_to_string(permissions, ' '), version, created_at, updated_at"
                    + " from staff_role";
    private static final String ALL = COLUMNS + " order by code limit 200";
    private static final String FIND = COLUMNS + " where code = :code";
    private static final String LOCK = FIND + " for update";
    private static final String ADD =
            """
            insert into staff_role (code, name, permissions, version, created_at, updated_at)
            values (:code, :name, :permissions, :version, :createdAt, :updatedAt)
            on conflict (code) do nothing""";
    private static final String SAVE =
            """
            update staff_role set name = :name, permissions = :permissions, version = :version,
                updated_at = :updatedAt
            where code = :code""";

    @Override
    public Uni<List<Role>> all() {
        return Panache.getSession()
                .chain(db -> db.createNativeQuery(ALL, Object[].class).getResultList())
                .map(rows -> rows.stream().map(PostgresRoles::role).toList());
    }

    @Override
    public Uni<Optional<Role>> find(RoleCode code) {
        return one(FIND, code);
    }

    @Override
    public Uni<Optional<Role>> lock(RoleCode code) {
        return one(LOCK, code);
    }

    private static Uni<Optional<Role>> one(String query, RoleCode code) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery(query, Object[].class)
                                        .setParameter("code", code.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresRoles::role));
    }

    private static Role role(Object[] row) {
        return new Role(
                new RoleCode((String) row[0]),
                (String) row[1],
                codes((String) row[2]),
                ((Number) row[3]).longValue(),
                ((OffsetDateTime) row[4]).toInstant(),
                ((OffsetDateTime) row[5]).toInstant());
    }

    /** Hibernate reads no arrays of a native query. */
    private static Set<String> codes(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(" "));
    }

    @Override
    public Uni<Boolean> add(Role role) {
        return Panache.getSession()
                .chain(
                        db ->
                                filled(db.createNativeQuery(ADD), role)
                                        .setParameter("createdAt", role.createdAt())
                                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    @Override
    public Uni<Void> save(Role role) {
        return Panache.getSession()
                .chain(db -> filled(db.createNativeQuery(SAVE), role).executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery filled(Mutiny.MutationQuery query, Role role) {
        return query.setParameter("code", role.code().value())
                .setParameter("name", role.name())
                .setParameter(
                        "permissions", role.permissions().stream().sorted().toArray(String[]::new))
                .setParameter("version", role.version())
                .setParameter("updatedAt", role.updatedAt());
    }

    @Override
    public Uni<Void> remove(RoleCode code) {
        return Panache.getSession()
                .chain(
                        db ->
                                db.createNativeQuery("delete from staff_role where code = :code")
                                        .setParameter("code", code.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
