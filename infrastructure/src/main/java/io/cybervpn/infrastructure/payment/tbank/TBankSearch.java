package io.cybervpn.infrastructure.payment.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Finds payments by our own reference, which is T-Bank's {@code OrderId}. The bank does not tell
 * the page to pay at a second time: one that is new and whose page nobody has is cancelled, so that
 * another can be made.
 */
@Singleton
final class TBankSearch {
    private static final int CONCURRENCY = 4;

    private final TBankSettings settings;
    private final TBankClient client;
    private final Clock clock;

    @Inject
    TBankSearch(TBankSettings settings, TBankClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    /** All of them; fails with {@link GatewayUnavailable} if that is unsure. */
    Uni<List<FoundInvoice>> find(Set<PaymentId> payments) {
        return Multi.createFrom()
                .iterable(payments)
                .onItem()
                .transformToUni(this::ofPayment)
                .merge(CONCURRENCY)
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(List::stream).toList());
    }

    private Uni<List<FoundInvoice>> ofPayment(PaymentId payment) {
        return client.read("CheckOrder", Map.of("OrderId", payment.value().toString()))
                .chain(answer -> live(payment, answer));
    }

    /** An order that the bank does not know is not a success, and has no payments. */
    private Uni<List<FoundInvoice>> live(PaymentId payment, JsonNode answer) {
        JsonNode listed = answer.path("Payments");
        if (!listed.isArray() && new TBankPayment(answer).success()) {
            throw new GatewayUnavailable("T-Bank answers without a list");
        }
        return Multi.createFrom()
                .items(StreamSupport.stream(listed.spliterator(), false))
                .map(TBankPayment::new)
                .onItem()
                .transformToUniAndConcatenate(one -> found(payment, one))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<FoundInvoice>> found(PaymentId payment, TBankPayment one) {
        String reference =
                one.reference()
                        .orElseThrow(() -> new GatewayUnavailable("T-Bank lists half a payment"));
        if (one.state().equals("NEW")) {
            return client.change("Cancel", Map.of("PaymentId", reference))
                    .map(answer -> cancelled(new TBankPayment(answer)));
        }
        InvoiceStatus status =
                one.status(clock.instant())
                        .orElseThrow(() -> new GatewayUnavailable("T-Bank lists " + one.state()));
        return Uni.createFrom()
                .item(
                        status instanceof InvoiceStatus.Over
                                        || status instanceof InvoiceStatus.Ended
                                ? Optional.empty()
                                : Optional.of(
                                        new FoundInvoice(payment, invoice(reference), status)));
    }

    private static Optional<FoundInvoice> cancelled(TBankPayment answer) {
        if (!answer.success() || !answer.state().equals("CANCELED")) {
            throw new GatewayUnavailable("T-Bank does not cancel a payment nobody has the page of");
        }
        return Optional.empty();
    }

    private Invoice invoice(String reference) {
        return new Invoice(reference, settings.returnUrl(), Optional.empty());
    }
}
