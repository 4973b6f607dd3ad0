package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Payments to look at. Reads only, outside any unit of work. */
public interface PaymentViews {
    /** The newest payment for a subject. */
    Uni<Optional<PaymentView>> latestOf(UUID subject);

    /** One payment. */
    Uni<Optional<PaymentView>> find(PaymentId payment);

    /** Payments of one customer, newest first. */
    Uni<Page<PaymentView>> ofPayer(AccountId payer, Page.Request page);

    /**
     * Payments of everybody that pass the filter, newest first. The total, if it is wanted, counts
     * those before the place to go on from as well.
     */
    Uni<Page<PaymentRecord>> all(PaymentFilter filter, Page.Request page);
}
