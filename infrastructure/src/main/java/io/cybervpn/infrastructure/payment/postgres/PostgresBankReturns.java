package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.BankReturn;
import io.cybervpn.domain.payment.repository.BankReturns;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Refunds to be sent by hand, in the session of the open unit of work. */
@Singleton
final class PostgresBankReturns implements BankReturns {
    private static final String ADD =
            """
            insert into bank_return (refund_id, payment_id, minor_units, asset, asked_at)
            values (:refund, :payment, :minor, :asset, :asked)
            on conflict do nothing""";
    private static final String SELECT =
            """
            select refund_id, payment_id, minor_units, asset, asked_at, state, bank_reference, why,
                said_at
            from bank_return\s""";
    private static final String FIND = SELECT + "where refund_id = :refund";
    private static final String WAITING =
            SELECT + "where state = 'waiting' order by asked_at, refund_id limit :limit";
    private static final String SAVE =
            """
            update bank_return set state = :state, said_at = :at,
                bank_reference = coalesce(cast(:bank as text), bank_reference),
                why = cast(:why as text)
            where refund_id = :refund""";

    @Override
    public Uni<Void> addIfNew(BankReturn.Waiting waiting) {
        BankReturn.Order order = waiting.order();
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("refund", order.refund().value())
                                        .setParameter("payment", order.payment().value())
                                        .setParameter("minor", order.amount().minorUnits())
                                        .setParameter("asset", order.amount().asset().code())
                                        .setParameter("asked", order.askedAt())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<BankReturn>> find(RefundId refund) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(FIND, Object[].class)
                                        .setParameter("refund", refund.value())
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresBankReturns::read));
    }

    @Override
    public Uni<List<BankReturn.Waiting>> waiting(int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(WAITING, Object[].class)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> new BankReturn.Waiting(order(row))).toList());
    }

    @Override
    public Uni<Void> save(BankReturn changed) {
        return Panache.getSession()
                .chain(session -> update(session, changed).executeUpdate())
                .invoke(
                        rows -> {
                            if (rows != 1) {
                                throw new IllegalStateException(
                                        "no return " + changed.order().refund().value());
                            }
                        })
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery update(Mutiny.Session session, BankReturn changed) {
        Said said =
                switch (changed) {
                    case BankReturn.Waiting _ -> new Said("waiting", null, null, null);
                    case BankReturn.Sent(_, var bank, var at) -> new Said("sent", bank, null, at);
                    case BankReturn.Failed(_, var why, var at) -> new Said("failed", null, why, at);
                };
        return session.createNativeQuery(SAVE)
                .setParameter("refund", changed.order().refund().value())
                .setParameter("state", said.state())
                .setParameter("bank", said.bank())
                .setParameter("why", said.why())
                .setParameter("at", said.at());
    }

    private record Said(
            String state, @Nullable String bank, @Nullable String why, @Nullable Instant at) {}

    private static BankReturn read(Object[] row) {
        return switch ((String) row[5]) {
            case "waiting" -> new BankReturn.Waiting(order(row));
            case "sent" -> new BankReturn.Sent(order(row), (String) row[6], instant(row[8]));
            case "failed" -> new BankReturn.Failed(order(row), (String) row[7], instant(row[8]));
            case String state -> throw new IllegalStateException("a return that is " + state);
        };
    }

    private static BankReturn.Order order(Object[] row) {
        return new BankReturn.Order(
                new RefundId((UUID) row[0]),
                new PaymentId((UUID) row[1]),
                new Money(((Number) row[2]).longValue(), Asset.of((String) row[3])),
                instant(row[4]));
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }
}
