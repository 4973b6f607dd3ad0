package io.cybervpn.application.payment.port;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The way back of one payment provider. Never called in a unit of work. A call fails with {@link
 * GatewayUnavailable} when its outcome is unknown.
 */
public interface RefundingGateway {
    /** The provider's name, such as {@code cryptobot}. */
    String provider();

    /** False when the shop has no credentials for it; no other call is allowed then. */
    boolean enabled();

    /**
     * Sends money back. Repeatable with the same refund: the provider does it once, or the gateway
     * makes sure of that. Fails with {@link GatewayRefused} when nothing was sent and never will
     * be. Gives up after 15 s.
     */
    Uni<RefundStatus> refund(RefundCall call);

    /**
     * What became of it; {@link RefundStatus.NotThere} only if it is certain that the provider has
     * none with our reference. Repeatable. Gives up after 15 s.
     */
    Uni<RefundStatus> status(RefundCall call);

    /**
     * Whether the provider names no refunds: {@link #goneBack} takes its reference of a payment
     * then, and says what is left of that.
     */
    default boolean tellsWhatIsLeft() {
        return false;
    }

    /**
     * What went back, by the provider's own name of what a push hinted at. Repeatable. Gives up
     * after 20 s; only for names that {@link PaymentNotices.Notice.Ask} came with, or that {@link
     * #statement} has.
     */
    default Uni<GoneBack> goneBack(String about) {
        return Uni.createFrom().item(new GoneBack.Strange(provider() + " is not asked"));
    }

    /** What the provider lists as given back; empty where it lists nothing that we do not know. */
    default Optional<ReturnStatement> statement() {
        return Optional.empty();
    }
}
