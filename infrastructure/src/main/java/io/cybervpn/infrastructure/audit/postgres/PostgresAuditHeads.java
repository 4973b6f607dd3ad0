package io.cybervpn.infrastructure.audit.postgres;

import io.cybervpn.application.audit.port.AuditHeads;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.SignedHead;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Signed heads beside the chain. */
@Singleton
final class PostgresAuditHeads implements AuditHeads {
    private static final String INSERT =
            """
            insert into audit_head (position, hash, signed_at, key_id, signature)
            values (:position, :hash, :signed_at, :key_id, :signature) on conflict do nothing""";
    private static final String NEWEST = "select * from audit_head order by position desc limit 1";
    private static final String AFTER =
            "select * from audit_head where position > $1 order by position limit $2";

    private final Pool pool;

    @Inject
    PostgresAuditHeads(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(SignedHead head) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(INSERT)
                                        .setParameter("position", head.link().position())
                                        .setParameter("hash", head.link().hash())
                                        .setParameter(
                                                "signed_at",
                                                head.signedAt().atOffset(ZoneOffset.UTC))
                                        .setParameter("key_id", head.keyId())
                                        .setParameter("signature", head.signature())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<SignedHead>> newest() {
        return pool.query(NEWEST)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresAuditHeads::head)
                                        .findFirst());
    }

    @Override
    public Uni<List<SignedHead>> after(long position, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(position, limit))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(PostgresAuditHeads::head)
                                        .toList());
    }

    private static SignedHead head(Row row) {
        return new SignedHead(
                new ChainLink(row.getLong("position"), row.getString("hash")),
                row.getOffsetDateTime("signed_at").toInstant(),
                row.getString("key_id"),
                row.getString("signature"));
    }
}
