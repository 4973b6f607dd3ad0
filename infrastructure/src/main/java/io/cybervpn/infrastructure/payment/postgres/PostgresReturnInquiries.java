package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.ReturnInquiry;
import io.cybervpn.domain.payment.repository.ReturnInquiries;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The return_inquiry table. */
@Singleton
final class PostgresReturnInquiries implements ReturnInquiries {
    private static final String OPEN =
            """
            insert into return_inquiry as i (provider, about, told, opened_at, look_at)
            values (:provider, :about, 1, :now, :now)
            on conflict (provider, about) do update set told = i.told + 1, look_at = excluded.look_at""";

    /** The patience of {@link Patience#nextLook}, for many rows in one statement. */
    private static final String CLAIM =
            """
            update return_inquiry i set look_at = cast(:now as timestamptz)
                + least(cast(:longest as bigint), greatest(cast(:shortest as bigint),
                    cast(extract(epoch from cast(:now as timestamptz) - i.opened_at) * 500 as bigint)))
                * interval '1 millisecond'
            from (select provider, about, look_at from return_inquiry where look_at <= :now
                  order by look_at limit :limit for update skip locked) due
            where i.provider = due.provider and i.about = due.about
            returning i.provider, i.about, i.told, i.opened_at, due.look_at""";

    private static final String CLOSE =
            "delete from return_inquiry where provider = :provider and about = :about and told ="
                    + " :told";

    @Override
    public Uni<Void> open(String provider, String about, Instant now) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OPEN)
                                        .setParameter("provider", provider)
                                        .setParameter("about", about)
                                        .setParameter("now", now)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<ReturnInquiry>> claimDue(Instant now, Patience patience, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(CLAIM, Object[].class)
                                        .setParameter("now", now)
                                        .setParameter("shortest", patience.shortest().toMillis())
                                        .setParameter("longest", patience.longest().toMillis())
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .sorted(Comparator.comparing(row -> time(row[4])))
                                        .map(PostgresReturnInquiries::inquiry)
                                        .toList());
    }

    private static ReturnInquiry inquiry(Object[] row) {
        return new ReturnInquiry(
                (String) row[0], (String) row[1], ((Number) row[2]).intValue(), time(row[3]));
    }

    private static Instant time(Object value) {
        return switch (value) {
            case Instant instant -> instant;
            case java.time.OffsetDateTime moment -> moment.toInstant();
            default -> throw new IllegalStateException("no time: " + value.getClass());
        };
    }

    @Override
    public Uni<Void> close(ReturnInquiry inquiry) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(CLOSE)
                                        .setParameter("provider", inquiry.provider())
                                        .setParameter("about", inquiry.about())
                                        .setParameter("told", inquiry.told())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
