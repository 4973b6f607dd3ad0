package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One payment provider. Never called in a unit of work. A call fails with {@link
 * GatewayUnavailable} when its outcome is unknown.
 */
public interface PaymentGateway {
    /** The largest number of references of one {@link #statuses} call. */
    int STATUSES_MAX = 500;

    /** The provider's name, such as {@code cryptobot}. */
    String provider();

    /** False when the shop has no credentials for it; no other call is allowed then. */
    boolean enabled();

    /** The least amount of a currency that it makes an invoice over; more than nothing. */
    default Money leastCharge(Asset asset) {
        return smallest(asset);
    }

    /** The smallest amount of a currency. */
    static Money smallest(Asset asset) {
        return new Money(1, asset);
    }

    /** The assets that it makes invoices in; empty: ask it. */
    default Set<Asset> currencies() {
        return Set.of();
    }

    /**
     * Makes an invoice. Not repeatable: each call may make one more. Fails with {@link
     * GatewayRefused} when none was made and none ever will. Gives up after 12 s.
     */
    Uni<Invoice> invoice(InvoiceCall call);

    /**
     * What became of invoices, by their references; what the provider does not have any more is
     * {@link InvoiceStatus.Over}. Repeatable. Gives up after 30 s.
     *
     * @param references 1 to {@link #STATUSES_MAX}
     */
    Uni<Map<String, InvoiceStatus>> statuses(List<String> references);

    /**
     * Every invoice that carries the reference of one of these payments, also more than one for a
     * payment. A payment without any has none at the provider: if that cannot be said for sure, the
     * call fails with {@link GatewayUnavailable}. Repeatable.
     *
     * @param madeSince no invoice wanted is older
     */
    Uni<List<FoundInvoice>> search(Set<PaymentId> payments, Instant madeSince);

    /**
     * Ends an invoice, so that nobody can pay it any more. Only for one that was just read as
     * unpaid: at some providers to end a paid one gives its money back. Fails with {@link
     * GatewayRefused} or {@link GatewayUnavailable}. Gives up after 12 s.
     */
    default Uni<Closing> close(String reference) {
        return Uni.createFrom().item(Closing.NOT_SUPPORTED);
    }

    /**
     * What the provider says it took, for the daily proof; empty if it cannot list that, or we do
     * not read it.
     */
    default Optional<ProviderStatement> statement() {
        return Optional.empty();
    }
}
