package io.cybervpn.infrastructure.proof.postgres;

import io.cybervpn.application.shared.KeyedHashes;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.proof.ProofId;
import io.cybervpn.domain.proof.ProofTrigger;
import io.cybervpn.domain.proof.model.Proof;
import io.cybervpn.domain.proof.model.Report;
import io.cybervpn.domain.proof.repository.Proofs;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Proofs by one statement each; a report is signed with a key that the database does not know. */
@Singleton
final class PostgresProofs implements Proofs {
    private static final String PURPOSE = "proof-report";
    private static final String COLUMNS =
            "id, cause, asked_by, asked_at, status, step, body, signature";
    private static final String INSERT =
            """
            insert into proof (id, cause, asked_by, asked_at, night, status)
            values ($1, $2, $3, $4, $5, 'waiting') on conflict do nothing""";
    private static final String ASK =
            "with added as ("
                    + INSERT
                    + " returning *) select "
                    + COLUMNS
                    + " from added union all select "
                    + COLUMNS
                    + " from proof where status <> 'done' limit 1";
    private static final String CLAIM =
            """
            update proof set status = 'running', lease_until = $2, step = 'begins'
            where id = (select id from proof
                where status = 'waiting' or (status = 'running' and lease_until <= $1)
                limit 1 for update skip locked)
            returning\s"""
                    + COLUMNS;
    private static final String STEP =
            "update proof set step = $2, lease_until = $3 where id = $1 and status = 'running'";
    private static final String FINISH =
            """
            update proof set status = 'done', lease_until = null, step = null, verdict = $2,
                findings = $3, body = $4, signature = $5, ended_at = $6
            where id = $1 and status <> 'done'""";
    private static final String FIND = "select " + COLUMNS + " from proof where id = $1";
    private static final String NEWEST =
            "select "
                    + COLUMNS
                    + " from proof where $1::uuid is null or id < $1 order by id desc limit $2";

    private final Pool pool;
    private final KeyedHashes keyedHashes;

    @Inject
    PostgresProofs(Pool pool, KeyedHashes keyedHashes) {
        this.pool = pool;
        this.keyedHashes = keyedHashes;
    }

    @Override
    public Uni<Proof> ask(Proof.Request request) {
        return pool.preparedQuery(ASK)
                .execute(tuple(request, null))
                .map(this::first)
                .chain(
                        found ->
                                found.map(proof -> Uni.createFrom().item(proof))
                                        .orElseGet(() -> ask(request)));
    }

    @Override
    public Uni<Boolean> askForNight(Proof.Request request, LocalDate night) {
        return pool.preparedQuery(INSERT)
                .execute(tuple(request, night))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Optional<Proof.Request>> claim(Instant now, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(at(now), at(now.plus(lease))))
                .map(this::first)
                .map(found -> found.map(Proof::request));
    }

    @Override
    public Uni<Void> step(ProofId id, String step, Instant leaseUntil) {
        return pool.preparedQuery(STEP)
                .execute(Tuple.of(id.value(), step, at(leaseUntil)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> finish(ProofId id, Report report) {
        String body = ReportText.write(report);
        return pool.preparedQuery(FINISH)
                .execute(
                        Tuple.of(
                                id.value(),
                                report.verdict().code(),
                                report.findings(),
                                body,
                                keyedHashes.hash(PURPOSE, signed(id, body)),
                                at(report.endedAt())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Proof>> find(ProofId id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id.value())).map(this::first);
    }

    @Override
    public Uni<List<Proof>> newest(Optional<ProofId> before, int limit) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(before.map(ProofId::value).orElse(null), limit))
                .map(this::proofs);
    }

    private static Tuple tuple(Proof.Request request, @Nullable LocalDate night) {
        return Tuple.of(
                request.id().value(),
                request.trigger().code(),
                request.by().map(AccountId::value).orElse(null),
                at(request.at()),
                night);
    }

    private Optional<Proof> first(RowSet<Row> rows) {
        return proofs(rows).stream().findFirst();
    }

    private List<Proof> proofs(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::proof).toList();
    }

    private Proof proof(Row row) {
        Proof.Request request = request(row);
        return switch (row.getString("status")) {
            case "waiting" -> new Proof.Waiting(request);
            case "running" -> new Proof.Running(request, row.getString("step"));
            case "done" -> done(request, row.getString("body"), row.getString("signature"));
            case String other -> throw new IllegalStateException("a proof that is " + other);
        };
    }

    private Proof done(Proof.Request request, String body, String signature) {
        boolean genuine = keyedHashes.matches(signature, PURPOSE, signed(request.id(), body));
        return new Proof.Done(request, ReportText.read(body), genuine);
    }

    /** A report that is put under another proof is none. */
    private static String signed(ProofId id, String body) {
        return id.value() + "\n" + body;
    }

    private static Proof.Request request(Row row) {
        UUID by = row.getUUID("asked_by");
        return new Proof.Request(
                new ProofId(row.getUUID("id")),
                ProofTrigger.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(by).map(AccountId::new),
                row.getOffsetDateTime("asked_at").toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
