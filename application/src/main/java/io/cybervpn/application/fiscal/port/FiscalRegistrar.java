package io.cybervpn.application.fiscal.port;

import io.cybervpn.domain.fiscal.model.Coverage;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Whoever keeps receipts for a tax office. Never called in a unit of work. A call fails with {@link
 * FiscalUnavailable} when its outcome is unknown.
 */
public interface FiscalRegistrar {
    /** Its name, such as {@code nalog}; stored with each receipt. */
    String name();

    /** False when the shop cannot reach it; no other call is allowed then. */
    boolean isReady();

    /**
     * True for one that belongs to a provider of payments: it goes before others, for that money.
     */
    boolean isProvidersOwn();

    /** What gets receipts from now on; empty when none does. Those that there are, are followed. */
    Optional<Coverage> coverage();

    /** How a receipt is there, with all that belongs to it. Repeatable. Gives up after 25 s. */
    Uni<Standing> find(ReceiptCall call);

    /**
     * Makes what is missing of it. Ask {@link #find} before: a repetition may make one more while
     * an earlier call is under way. Fails with {@link FiscalRefused} when nothing was made and
     * nothing ever will be. Gives up after 25 s.
     */
    Uni<Standing> register(ReceiptCall call);
}
