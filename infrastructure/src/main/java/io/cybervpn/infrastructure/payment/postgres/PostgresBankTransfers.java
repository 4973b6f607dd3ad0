package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.cybervpn.domain.payment.repository.BankTransfers;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Recorded bank transfers, in the session of the open unit of work. */
@Singleton
final class PostgresBankTransfers implements BankTransfers {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /** Later than anything that was recorded. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String ADD =
            """
            insert into bank_transfer (id, reference, invoice, minor_units, asset, bank_reference,
                arrived_at, recorded_at, reason)
            values (:id, :reference, cast(:invoice as text), :minor, :asset, :bank, :arrived,
                :recorded, :reason)
            on conflict (bank_reference) do nothing""";
    private static final String SELECT =
            """
            select id, reference, invoice, minor_units, asset, bank_reference, arrived_at,
                recorded_at, reason
            from bank_transfer\s""";
    private static final String BY_BANK_REFERENCE = SELECT + "where bank_reference = :bank";
    private static final String BY_REFERENCES =
            SELECT
                    + "where reference in (select jsonb_array_elements_text("
                    + "cast(cast(:references as text) as jsonb)))";
    private static final String COUNT =
            "select count(*) from bank_transfer where invoice = :invoice";
    private static final String ARRIVED =
            SELECT
                    + "where arrived_at >= :from and arrived_at < :to"
                    + " and (arrived_at, id) > (:at, :id) order by arrived_at, id limit :limit";
    private static final String LATEST =
            SELECT
                    + "where (recorded_at, id) < (:at, :id)"
                    + " order by recorded_at desc, id desc limit :limit";

    @Override
    public Uni<Boolean> add(BankTransfer transfer) {
        return Panache.getSession()
                .chain(session -> insert(session, transfer).executeUpdate())
                .map(stored -> stored == 1);
    }

    private static Mutiny.MutationQuery insert(Mutiny.Session session, BankTransfer transfer) {
        return session.createNativeQuery(ADD)
                .setParameter("id", transfer.id().value())
                .setParameter("reference", transfer.reference())
                .setParameter(
                        "invoice", transfer.invoice().map(TransferReference::text).orElse(null))
                .setParameter("minor", transfer.amount().minorUnits())
                .setParameter("asset", transfer.amount().asset().code())
                .setParameter("bank", transfer.bankReference())
                .setParameter("arrived", transfer.arrivedAt())
                .setParameter("recorded", transfer.recordedAt())
                .setParameter("reason", transfer.reason());
    }

    @Override
    public Uni<Optional<BankTransfer>> byBankReference(String bankReference) {
        return read(BY_BANK_REFERENCE, Map.of("bank", bankReference))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<BankTransfer>> byReferences(Collection<String> references) {
        return references.isEmpty()
                ? Uni.createFrom().item(List.of())
                : read(BY_REFERENCES, Map.of("references", text(references)));
    }

    @Override
    public Uni<Integer> countOf(TransferReference invoice) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(COUNT, Long.class)
                                        .setParameter("invoice", invoice.text())
                                        .getSingleResult())
                .map(Math::toIntExact);
    }

    @Override
    public Uni<List<BankTransfer>> arrived(
            Instant from, Instant to, Optional<Position> after, int limit) {
        Position seen = after.orElseGet(() -> new Position(Instant.EPOCH, new TransferId(FIRST)));
        return read(
                ARRIVED,
                Map.of(
                        "from", from,
                        "to", to,
                        "at", seen.at(),
                        "id", seen.id().value(),
                        "limit", limit));
    }

    @Override
    public Uni<List<BankTransfer>> latest(Optional<Position> before, int limit) {
        Position seen = before.orElseGet(() -> new Position(NEVER, new TransferId(LAST)));
        return read(LATEST, Map.of("at", seen.at(), "id", seen.id().value(), "limit", limit));
    }

    private static Uni<List<BankTransfer>> read(String sql, Map<String, ?> parameters) {
        return Panache.getSession()
                .chain(session -> query(session, sql, parameters).getResultList())
                .map(rows -> rows.stream().map(PostgresBankTransfers::transfer).toList());
    }

    private static Mutiny.SelectionQuery<Object[]> query(
            Mutiny.Session session, String sql, Map<String, ?> parameters) {
        Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String text(Collection<String> references) {
        return new JsonArray(List.copyOf(references)).encode();
    }

    private static BankTransfer transfer(Object[] row) {
        return new BankTransfer(
                new TransferId((UUID) row[0]),
                (String) row[1],
                Optional.ofNullable((String) row[2]).map(TransferReference::new),
                new Money(((Number) row[3]).longValue(), Asset.of((String) row[4])),
                (String) row[5],
                instant(row[6]),
                instant(row[7]),
                (String) row[8]);
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }
}
