package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.domain.provisioning.model.DeviceName;
import io.cybervpn.domain.provisioning.model.DeviceRemoval;
import io.cybervpn.domain.provisioning.repository.DeviceNotes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tables access_device_name and access_device_removal, by plain statements. */
@Singleton
final class PostgresDeviceNotes implements DeviceNotes {
    private static final String NAMES =
            "select device_id, name from access_device_name where access_id = :access";
    private static final String NAME =
            """
            insert into access_device_name (access_id, device_id, name, named_at)
            values (:access, :device, :name, :now)
            on conflict (access_id, device_id)
            do update set name = excluded.name, named_at = excluded.named_at""";
    private static final String REMOVALS =
            """
            select id, device_id, asked_at, done from access_device_removal
            where access_id = :access and asked_at > :after order by asked_at, id""";
    private static final String ADD =
            """
            insert into access_device_removal (id, access_id, device_id, asked_at, done)
            values (:id, :access, cast(nullif(:device, '') as uuid), :asked, :done)""";
    private static final String CONFIRM =
            "update access_device_removal set done = true where id = :id";
    private static final String FORGET_NAMES =
            """
            delete from access_device_name where access_id = :access
              and (:device = '' or device_id = cast(nullif(:device, '') as uuid))""";
    private static final String FORGET_REMOVALS =
            "delete from access_device_removal where asked_at < :before";
    private static final String OF_ACCOUNT =
            " where access_id in (select id from access where account_id = :account)";

    @Override
    public Uni<Map<DeviceId, DeviceName>> names(AccessId access) {
        return inSession(
                        db ->
                                db.createNativeQuery(NAMES, Object[].class)
                                        .setParameter("access", access.value())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> new DeviceId((UUID) row[0]),
                                                        row -> new DeviceName((String) row[1]))));
    }

    @Override
    public Uni<Void> name(AccessId access, DeviceId device, DeviceName name, Instant now) {
        return inSession(
                        db ->
                                db.createNativeQuery(NAME)
                                        .setParameter("access", access.value())
                                        .setParameter("device", device.value())
                                        .setParameter("name", name.text())
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<DeviceRemoval>> removals(AccessId access, Instant after) {
        return inSession(
                        db ->
                                db.createNativeQuery(REMOVALS, Object[].class)
                                        .setParameter("access", access.value())
                                        .setParameter("after", after)
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> removal(access, row)).toList());
    }

    private static DeviceRemoval removal(AccessId access, Object[] row) {
        return new DeviceRemoval(
                (UUID) row[0],
                access,
                Optional.ofNullable((UUID) row[1]).map(DeviceId::new),
                instant(row[2]),
                (Boolean) row[3]);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime at ? at.toInstant() : (Instant) value;
    }

    @Override
    public Uni<Void> add(DeviceRemoval removal) {
        return inSession(
                        db ->
                                db.createNativeQuery(ADD)
                                        .setParameter("id", removal.id())
                                        .setParameter("access", removal.access().value())
                                        .setParameter("device", text(removal.device()))
                                        .setParameter("asked", removal.askedAt())
                                        .setParameter("done", removal.done())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> confirm(DeviceRemoval removal) {
        return inSession(
                        db ->
                                db.createNativeQuery(CONFIRM)
                                        .setParameter("id", removal.id())
                                        .executeUpdate())
                .chain(() -> forgetNames(removal));
    }

    private static Uni<Void> forgetNames(DeviceRemoval removal) {
        return inSession(
                        db ->
                                db.createNativeQuery(FORGET_NAMES)
                                        .setParameter("access", removal.access().value())
                                        .setParameter("device", text(removal.device()))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> forgetRemovals(Instant before) {
        return inSession(
                db ->
                        db.createNativeQuery(FORGET_REMOVALS)
                                .setParameter("before", before)
                                .executeUpdate());
    }

    @Override
    public Uni<Void> forgetOf(AccountId account) {
        return forgetOf("access_device_name", account)
                .chain(() -> forgetOf("access_device_removal", account));
    }

    private static Uni<Void> forgetOf(String table, AccountId account) {
        return inSession(
                        db ->
                                db.createNativeQuery("delete from " + table + OF_ACCOUNT)
                                        .setParameter("account", account.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** As text, since the driver under Hibernate binds no null without a type. */
    private static String text(Optional<DeviceId> device) {
        return device.map(id -> id.value().toString()).orElse("");
    }

    private static <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.getSession().chain(work::apply);
    }
}
