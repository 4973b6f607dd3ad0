package io.cybervpn.infrastructure.server.postgres;

import io.cybervpn.domain.server.Place;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.model.Face;
import io.cybervpn.domain.server.repository.ServerFaces;
import io.cybervpn.infrastructure.shared.JsonRows;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Faces and places in the session of the open unit of work. */
@Singleton
final class PostgresServerFaces implements ServerFaces {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String LOCK =
            """
            select shown_name, place_in_list, hidden, capacity_users, latitude, longitude, placed_by,
                version
            from server where id = :id for update""";
    private static final String SAVE =
            """
            update server s set shown_name = n.shown_name, place_in_list = n.place_in_list,
                hidden = n.hidden, capacity_users = n.capacity_users,
                latitude = case when n.by is null and s.placed_by <> 'staff' then s.latitude
                    else n.latitude end,
                longitude = case when n.by is null and s.placed_by <> 'staff' then s.longitude
                    else n.longitude end,
                placed_by = case when n.by is null and s.placed_by <> 'staff' then s.placed_by
                    else n.by end,
                version = n.version
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as n(id uuid,
                shown_name text, place_in_list integer, hidden boolean, capacity_users bigint,
                latitude numeric, longitude numeric, by text, version bigint)
            where s.id = n.id""";
    private static final String UNPLACED =
            """
            select id, name, country from server
            where id > :after and placed_by is distinct from 'staff' order by id limit :limit
            for update""";
    private static final String PLACE =
            """
            update server s set latitude = n.latitude, longitude = n.longitude, placed_by = n.by
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                as n(id uuid, latitude numeric, longitude numeric, by text)
            where s.id = n.id and s.placed_by is distinct from 'staff'
                and (s.latitude, s.longitude, s.placed_by)
                    is distinct from (n.latitude, n.longitude, n.by)""";

    @Override
    public Uni<Optional<Versioned>> lock(ServerId id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(LOCK, Object[].class)
                                        .setParameter("id", id.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresServerFaces::face));
    }

    private static Versioned face(Object[] row) {
        boolean byStaff = "staff".equals(row[6]);
        Face face =
                new Face(
                        Optional.ofNullable((@Nullable String) row[0]),
                        ((Number) row[1]).intValue(),
                        (Boolean) row[2],
                        Optional.ofNullable((@Nullable Number) row[3]).map(Number::longValue),
                        byStaff
                                ? Optional.of(new Place((BigDecimal) row[4], (BigDecimal) row[5]))
                                : Optional.empty());
        return new Versioned(face, ((Number) row[7]).longValue());
    }

    @Override
    public Uni<Void> save(ServerId id, Versioned next) {
        Face face = next.face();
        JsonRows rows = new JsonRows();
        rows.add()
                .put("id", id.value().toString())
                .put("shown_name", face.shownName().orElse(null))
                .put("place_in_list", face.position())
                .put("hidden", face.hidden())
                .put("capacity_users", face.capacityUsers().orElse(null))
                .put("latitude", face.place().map(Place::latitude).orElse(null))
                .put("longitude", face.place().map(Place::longitude).orElse(null))
                .put("by", face.place().map(_ -> "staff").orElse(null))
                .put("version", next.version());
        return write(SAVE, rows);
    }

    @Override
    public Uni<List<Unplaced>> unplaced(Optional<ServerId> after, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(UNPLACED, Object[].class)
                                        .setParameter(
                                                "after", after.map(ServerId::value).orElse(FIRST))
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresServerFaces::unplaced).toList());
    }

    private static Unplaced unplaced(Object[] row) {
        return new Unplaced(
                new ServerId((UUID) row[0]),
                (String) row[1],
                Optional.ofNullable((@Nullable String) row[2]));
    }

    @Override
    public Uni<Void> place(List<Placed> placed) {
        JsonRows rows = new JsonRows();
        placed.forEach(
                one ->
                        rows.add()
                                .put("id", one.id().value().toString())
                                .put("latitude", one.place().latitude())
                                .put("longitude", one.place().longitude())
                                .put("by", one.by()));
        return write(PLACE, rows);
    }

    private static Uni<Void> write(String sql, JsonRows rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(
                                session ->
                                        session.createNativeQuery(sql)
                                                .setParameter("rows", rows.toString())
                                                .executeUpdate())
                        .replaceWithVoid();
    }
}
