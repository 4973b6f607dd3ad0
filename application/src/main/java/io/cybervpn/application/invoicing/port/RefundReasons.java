package io.cybervpn.application.invoicing.port;

import io.cybervpn.domain.invoicing.CreditNoteReason;
import io.cybervpn.domain.payment.RefundId;
import io.smallrye.mutiny.Uni;

/** Why money went back. */
public interface RefundReasons {
    /**
     * What staff said: a refund's reason may begin with the code of one and a colon. In the open
     * unit of work; {@link CreditNoteReason#OTHER} if nothing was said.
     */
    Uni<CreditNoteReason> of(RefundId refund);
}
