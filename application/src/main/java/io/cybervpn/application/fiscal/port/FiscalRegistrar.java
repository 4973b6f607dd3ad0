package io.cybervpn.application.fiscal.port;

import io.cybervpn.domain.fiscal.model.Coverage;
import io.cybervpn.domain.fiscal.model.Registration;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Whoever keeps receipts for a tax office. Never called in a unit of work. A call fails with {@link
 * FiscalUnavailable} when its outcome is unknown.
 */
public interface FiscalRegistrar {
    /** What gets receipts; empty when there is no registrar, and then no other call is allowed. */
    Optional<Coverage> coverage();

    /**
     * The receipt, if it is there, with all that belongs to it. Repeatable. Gives up after 25 s.
     */
    Uni<Optional<Registration>> find(ReceiptCall call);

    /**
     * Makes what is missing of it. Ask {@link #find} before: a repetition may make one more while
     * an earlier call is under way. Fails with {@link FiscalRefused} when nothing was made and
     * nothing ever will be. Gives up after 25 s.
     */
    Uni<Registration> register(ReceiptCall call);
}
