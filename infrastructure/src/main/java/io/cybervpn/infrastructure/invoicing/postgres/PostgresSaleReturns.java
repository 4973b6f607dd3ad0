package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.application.invoicing.port.SaleReturns;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Reads refunds in the session of the open unit of work. */
@Singleton
final class PostgresSaleReturns implements SaleReturns {
    private static final String OF =
            """
            select r.id, r.sale_minor, r.asset from refund r join payment p on p.id = r.payment_id
            where p.subject = :subject and r.state = 'succeeded' and r.sale_minor > 0
            order by r.created_at, r.id""";

    @Override
    public Uni<List<Return>> of(UUID subject) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Object[].class)
                                        .setParameter("subject", subject)
                                        .getResultList())
                .map(rows -> rows.stream().map(PostgresSaleReturns::read).toList());
    }

    private static Return read(Object[] row) {
        return new Return(
                new RefundId((UUID) row[0]),
                new Money(((Number) row[1]).longValue(), Asset.of((String) row[2])));
    }
}
