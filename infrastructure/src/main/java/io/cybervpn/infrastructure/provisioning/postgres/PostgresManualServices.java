package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.ServicePresence;
import io.cybervpn.domain.provisioning.model.Handover;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.cybervpn.domain.provisioning.repository.ManualServices;
import io.cybervpn.infrastructure.shared.SealedColumn;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table manual_service, by plain statements. */
@Singleton
final class PostgresManualServices implements ManualServices {
    private static final UUID FIRST = new UUID(0, 0);
    private static final String READ =
            """
            select s.id, s.panel_id, s.access_id, s.presence, s.since, cast(s.made as text),
                cast(s.agreed as text), s.leaving, s.handover_text, s.handover_login,
                s.handover_address, s.sealed, cast(s.refusal as text)
            from manual_service s where\s""";
    private static final String ADD =
            """
            insert into manual_service (panel_id, access_id, id, presence, since, leaving,
                handover_text, handover_login, handover_address)
            values (:panel, :access, :id, 'absent', :since, false, '', '', '')
            on conflict (panel_id, access_id) do nothing""";
    private static final String ONE = "s.panel_id = :panel and s.access_id = :access for update";
    private static final String SAVE =
            """
            update manual_service set presence = :presence, since = :since,
                made = cast(nullif(:made, '') as jsonb),
                agreed = cast(nullif(:agreed, '') as jsonb), leaving = :leaving,
                handover_text = :text, handover_login = :login, handover_address = :address,
                sealed = nullif(:sealed, ''), refusal = cast(nullif(:refusal, '') as jsonb)
            where panel_id = :panel and access_id = :access""";
    private static final String REMOVE =
            "delete from manual_service where panel_id = :panel and access_id = :access";
    private static final String PAGE =
            """
            s.panel_id = :panel and s.access_id > :after and s.agreed is not null
                and not s.leaving
            order by s.access_id limit :limit""";
    private static final String STOPPED =
            """
            select distinct s.access_id from manual_service s
            where s.presence = 'stopped' and s.since <= :moment and s.access_id > :after
                and not exists (select 1 from staff_task t where t.panel_id = s.panel_id
                    and t.access_id = s.access_id and t.state = 'open')
            order by s.access_id limit :limit""";
    private static final String FORGIVE =
            "update manual_service set refusal = null where access_id = :access";
    private static final String FORGET =
            """
            update manual_service set handover_text = '', handover_login = '',
                handover_address = '', sealed = null, refusal = null
            where access_id in (select id from access where account_id = :account)""";
    private static final String FORGET_REASONS =
            """
            update staff_task set reason = ''
            where access_id in (select id from access where account_id = :account)""";

    @Produces
    @Singleton
    static SealedColumn column() {
        return new SealedColumn(
                "manual_service", "manual_service", "id", "sealed", ManualService::purpose);
    }

    @Override
    public Uni<ManualService> hold(ManualService absent) {
        return inSession(
                        db ->
                                db.createNativeQuery(ADD)
                                        .setParameter("panel", absent.panel().value())
                                        .setParameter("access", absent.access().value())
                                        .setParameter("id", absent.id())
                                        .setParameter("since", absent.since())
                                        .executeUpdate())
                .chain(() -> lock(absent.panel(), absent.access()))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Optional<ManualService>> lock(PanelId panel, AccessId access) {
        return inSession(
                        db ->
                                db.createNativeQuery(READ + ONE, Object[].class)
                                        .setParameter("panel", panel.value())
                                        .setParameter("access", access.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresManualServices::service).findFirst());
    }

    @Override
    public Uni<Void> save(ManualService service) {
        Handover handover = service.handover();
        return inSession(
                        db ->
                                db.createNativeQuery(SAVE)
                                        .setParameter("presence", service.presence().code())
                                        .setParameter("since", service.since())
                                        .setParameter("made", WishDocument.orEmpty(service.made()))
                                        .setParameter(
                                                "agreed", WishDocument.orEmpty(service.agreed()))
                                        .setParameter("leaving", service.leaving())
                                        .setParameter("text", handover.text())
                                        .setParameter("login", handover.login())
                                        .setParameter("address", handover.address())
                                        .setParameter("sealed", handover.secret().orElse(""))
                                        .setParameter(
                                                "refusal", WishDocument.refusal(service.refusal()))
                                        .setParameter("panel", service.panel().value())
                                        .setParameter("access", service.access().value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(ManualService service) {
        return inSession(
                        db ->
                                db.createNativeQuery(REMOVE)
                                        .setParameter("panel", service.panel().value())
                                        .setParameter("access", service.access().value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<ManualService>> of(AccessId access) {
        return inSession(
                        db ->
                                db.createNativeQuery(
                                                READ + "s.access_id = :access order by s.id",
                                                Object[].class)
                                        .setParameter("access", access.value())
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresManualServices::service).toList());
    }

    @Override
    public Uni<List<ManualService>> page(PanelId panel, Optional<AccessId> after, int limit) {
        return inSession(
                        db ->
                                db.createNativeQuery(READ + PAGE, Object[].class)
                                        .setParameter("panel", panel.value())
                                        .setParameter(
                                                "after", after.map(AccessId::value).orElse(FIRST))
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresManualServices::service).toList());
    }

    @Override
    public Uni<List<AccessId>> stoppedBefore(Instant moment, Optional<AccessId> after, int limit) {
        return inSession(
                        db ->
                                db.createNativeQuery(STOPPED, UUID.class)
                                        .setParameter("moment", moment)
                                        .setParameter(
                                                "after", after.map(AccessId::value).orElse(FIRST))
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(AccessId::new).toList());
    }

    @Override
    public Uni<Void> forgive(AccessId access) {
        return inSession(
                        db ->
                                db.createNativeQuery(FORGIVE)
                                        .setParameter("access", access.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forgetOf(AccountId account) {
        return forgetBy(FORGET, account).chain(() -> forgetBy(FORGET_REASONS, account));
    }

    private static Uni<Void> forgetBy(String sql, AccountId account) {
        return inSession(
                        db ->
                                db.createNativeQuery(sql)
                                        .setParameter("account", account.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private static ManualService service(Object[] row) {
        return new ManualService(
                (UUID) row[0],
                new PanelId((UUID) row[1]),
                new AccessId((UUID) row[2]),
                presence((String) row[3]),
                StaffTaskRows.instant(row[4]),
                WishDocument.readAny(row[5]),
                WishDocument.readAny(row[6]),
                (Boolean) row[7],
                new Handover(
                        (String) row[8],
                        (String) row[9],
                        (String) row[10],
                        Optional.ofNullable((String) row[11])),
                WishDocument.readRefusal(row[12]));
    }

    private static ServicePresence presence(String code) {
        return ServicePresence.find(code)
                .orElseThrow(() -> new IllegalStateException("stored presence " + code));
    }

    private static <T> Uni<T> inSession(Function<Mutiny.Session, Uni<T>> work) {
        return Panache.getSession().chain(work::apply);
    }
}
