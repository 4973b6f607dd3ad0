package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Spending;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What captured money was spent on, as those know who sell. */
public interface Spendings {
    /** What became of the money of a captured payment. Only for an open unit of work. */
    Uni<Spending> of(PaymentId payment, UUID subject);
}
