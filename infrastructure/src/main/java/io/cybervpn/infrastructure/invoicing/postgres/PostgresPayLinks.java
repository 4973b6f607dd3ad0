package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.domain.invoicing.PayLinkId;
import io.cybervpn.domain.invoicing.model.PayLink;
import io.cybervpn.domain.invoicing.repository.PayLinks;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links in the session of the open unit of work. */
@Singleton
final class PostgresPayLinks implements PayLinks {
    private static final String ADD =
            """
            insert into invoice_pay_link (id, invoice_id, token_hash, created_at, expires_at)
            values (:id, :invoice, :hash, :createdAt, :expiresAt)""";
    private static final String SELECT =
            """
            select id, invoice_id, token_hash, created_at, expires_at, revoked_at
            from invoice_pay_link where\s""";
    private static final String SAVE =
            "update invoice_pay_link set revoked_at = cast(:at as timestamptz) where id = :id";
    private static final String FORGET =
            """
            delete from invoice_pay_link
            where invoice_id in (select id from invoice where account_id = :account)""";

    @Override
    public Uni<Void> add(PayLink link) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", link.id().value())
                                        .setParameter("invoice", link.invoice().value())
                                        .setParameter("hash", link.tokenHash())
                                        .setParameter("createdAt", link.createdAt())
                                        .setParameter("expiresAt", link.expiresAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<PayLink>> withHash(String tokenHash) {
        return read("token_hash = :value", tokenHash).map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<PayLink>> of(InvoiceId invoice) {
        return read("invoice_id = :value order by id desc limit 200", invoice.value());
    }

    @Override
    public Uni<Optional<PayLink>> find(PayLinkId id) {
        return read("id = :value", id.value()).map(found -> found.stream().findFirst());
    }

    private static Uni<List<PayLink>> read(String condition, Object value) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SELECT + condition, Object[].class)
                                        .setParameter("value", value)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresPayLinks::link).toList());
    }

    private static PayLink link(Object[] row) {
        return new PayLink(
                new PayLinkId((UUID) row[0]),
                new InvoiceId((UUID) row[1]),
                (String) row[2],
                ((OffsetDateTime) row[3]).toInstant(),
                ((OffsetDateTime) row[4]).toInstant(),
                Optional.ofNullable((OffsetDateTime) row[5]).map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<Void> save(PayLink link) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(SAVE)
                                        .setParameter("id", link.id().value())
                                        .setParameter("at", link.revokedAt().orElse(null))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(AccountId account) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(FORGET)
                                        .setParameter("account", account.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
