package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.application.invoicing.port.RefundReasons;
import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.payment.RefundId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Reads what staff said when they gave money back. */
@Singleton
final class PostgresRefundReasons implements RefundReasons {
    private static final String OF =
            "select split_part(reason, ':', 1) from refund where id = :refund";

    @Override
    public Uni<CreditNoteReason> of(RefundId refund) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(OF, String.class)
                                        .setParameter("refund", refund.value())
                                        .getResultList())
                .map(
                        said ->
                                said.stream()
                                        .flatMap(code -> CreditNoteReason.find(code).stream())
                                        .findFirst()
                                        .orElse(CreditNoteReason.OTHER));
    }
}
