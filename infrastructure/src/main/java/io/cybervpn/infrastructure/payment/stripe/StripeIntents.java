package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Charges by kept cards, read again: they have no session, so they are not among those. */
@Singleton
final class StripeIntents {
    private static final int PAGES_MAX = 100;

    private final StripeIntentClient client;
    private final URI page;

    @Inject
    StripeIntents(
            StripeSettings settings,
            StripeIntentClient client,
            @ConfigProperty(name = "cybervpn.public-url") URI publicUrl) {
        this.client = client;
        this.page = settings.returnUrl().orElse(publicUrl);
    }

    /** What to look for, and what was found so far. */
    private record Hunt(Set<PaymentId> payments, long createdSince, List<FoundInvoice> found) {}

    /** What became of one. */
    Uni<InvoiceStatus> status(String reference) {
        return client.retrieve(reference)
                .map(
                        found ->
                                found.map(StripeIntent::new)
                                        .map(StripeCharging::certain)
                                        .orElseGet(InvoiceStatus.Over::new));
    }

    /** Our payment that one was made for, by a kept card. */
    Uni<Optional<PaymentId>> charged(String reference) {
        return client.retrieve(reference)
                .map(found -> found.map(StripeIntent::new).flatMap(StripeIntent::charged));
    }

    /** All charges for these payments; fails with {@link GatewayUnavailable} if that is unsure. */
    Uni<List<FoundInvoice>> find(Set<PaymentId> payments, long createdSince) {
        return readAfter(null, 0, new Hunt(payments, createdSince, new ArrayList<>()));
    }

    private Uni<List<FoundInvoice>> readAfter(@Nullable String last, int read, Hunt hunt) {
        if (read == PAGES_MAX) {
            return Uni.createFrom()
                    .failure(new GatewayUnavailable("Stripe has too many intents to look in"));
        }
        return client.list(hunt.createdSince(), last)
                .map(list -> keep(list, hunt))
                .chain(
                        next ->
                                next.isEmpty()
                                        ? Uni.createFrom().item(List.copyOf(hunt.found()))
                                        : readAfter(next.get(), read + 1, hunt));
    }

    private Optional<String> keep(JsonNode list, Hunt hunt) {
        List<StripeIntent> intents = intents(list);
        intents.forEach(intent -> found(intent, hunt).ifPresent(hunt.found()::add));
        return next(list, intents);
    }

    /** Nobody pays a charge on a page: its payer is led to where he would come back to. */
    private Optional<FoundInvoice> found(StripeIntent intent, Hunt hunt) {
        return intent.charged()
                .filter(hunt.payments()::contains)
                .map(
                        payment ->
                                new FoundInvoice(
                                        payment,
                                        new Invoice(
                                                intent.reference().orElseThrow(),
                                                page,
                                                Optional.empty()),
                                        StripeCharging.certain(intent)));
    }

    /** Those of one page of the list. */
    static List<StripeIntent> intents(JsonNode list) {
        JsonNode data = list.path("data");
        if (!data.isArray() || !list.path("has_more").isBoolean()) {
            throw new GatewayUnavailable("Stripe answers without a list");
        }
        List<StripeIntent> intents =
                StreamSupport.stream(data.spliterator(), false).map(StripeIntent::new).toList();
        if (intents.stream().anyMatch(intent -> intent.reference().isEmpty())) {
            throw new GatewayUnavailable("Stripe lists no intent");
        }
        return intents;
    }

    /** The one behind which the next page begins; empty on the last page. */
    static Optional<String> next(JsonNode list, List<StripeIntent> intents) {
        return list.path("has_more").asBoolean() ? intents.getLast().reference() : Optional.empty();
    }
}
