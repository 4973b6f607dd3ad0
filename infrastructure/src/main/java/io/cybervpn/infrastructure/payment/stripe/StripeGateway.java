package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.Closing;
import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Stripe as a payment gateway (R73): a Checkout Session for each payment, on Stripe's own page. Our
 * payment's id is its reference and the Idempotency-Key of its making.
 */
@Singleton
final class StripeGateway implements PaymentGateway {
    static final String PROVIDER = "stripe";

    private static final Set<Asset> TAKEN = Set.of(Asset.USD, Asset.EUR, Asset.RUB);

    /** Sessions that are read at once; Stripe takes 25 calls a second with a test key. */
    private static final int READS_AT_ONCE = 8;

    private static final Duration STATUSES_TIMEOUT = Duration.ofSeconds(30);

    private final StripeSettings settings;
    private final StripeClient client;
    private final StripeSearch search;
    private final StripeIntents intents;
    private final StripeStatement statement;
    private final URI publicUrl;
    private final Clock clock;

    @Inject
    StripeGateway(
            StripeSettings settings,
            StripeClient client,
            StripeSearch search,
            StripeIntents intents,
            StripeStatement statement,
            @ConfigProperty(name = "cybervpn.public-url") URI publicUrl,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.search = search;
        this.intents = intents;
        this.statement = statement;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.key().isPresent();
    }

    /** Half a dollar or half a euro; it refuses less. */
    @Override
    public Money leastCharge(Asset asset) {
        return asset.equals(Asset.USD) || asset.equals(Asset.EUR)
                ? new Money(50, asset)
                : PaymentGateway.smallest(asset);
    }

    @Override
    public Set<Asset> currencies() {
        return TAKEN;
    }

    @Override
    public Uni<Invoice> invoice(InvoiceCall call) {
        return form(call)
                .map(form -> Remote.outsideUnitOfWork(() -> make(call.payment(), form)))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .failure(
                                                new GatewayRefused(
                                                        "no sessions in "
                                                                + call.amount().asset().code())));
    }

    @Override
    public Uni<Map<String, InvoiceStatus>> statuses(List<String> references) {
        return Remote.outsideUnitOfWork(() -> read(references))
                .ifNoItem()
                .after(STATUSES_TIMEOUT)
                .failWith(() -> new GatewayUnavailable("Stripe is too slow"))
                .onFailure(StripeGateway::noAnswer)
                .transform(StripeGateway::unavailable);
    }

    @Override
    public Uni<List<FoundInvoice>> search(Set<PaymentId> payments, Instant madeSince) {
        return Remote.outsideUnitOfWork(() -> search.find(payments, madeSince))
                .onFailure(StripeGateway::noAnswer)
                .transform(StripeGateway::unavailable);
    }

    @Override
    public Uni<Closing> close(String reference) {
        return Remote.outsideUnitOfWork(() -> client.expire(reference))
                .onFailure(FaultToleranceException.class)
                .transform(StripeGateway::unavailable)
                .replaceWith(Closing.CLOSED);
    }

    @Override
    public Optional<ProviderStatement> statement() {
        return Optional.of(statement);
    }

    private Optional<String> form(InvoiceCall call) {
        return TAKEN.contains(call.amount().asset())
                ? CheckoutForm.of(call, settings.returnUrl().orElse(publicUrl), clock.instant())
                : Optional.empty();
    }

    private Uni<Invoice> make(PaymentId payment, String form) {
        return client.create(payment.value().toString(), form)
                .onFailure(FaultToleranceException.class)
                .transform(StripeGateway::unavailable)
                .map(this::made);
    }

    /** An answer that cannot be read leaves us where a lost one does. */
    private Invoice made(JsonNode answer) {
        return new CheckoutSession(answer)
                .invoice()
                .orElseThrow(() -> new GatewayUnavailable("Stripe answers without a session"));
    }

    private Uni<Map<String, InvoiceStatus>> read(List<String> references) {
        return Multi.createFrom()
                .iterable(references)
                .onItem()
                .transformToUni(
                        reference -> status(reference).map(status -> Map.entry(reference, status)))
                .merge(READS_AT_ONCE)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<InvoiceStatus> status(String reference) {
        return StripeIntent.isName(reference)
                ? intents.status(reference)
                : client.retrieve(reference).map(StripeGateway::status);
    }

    private static InvoiceStatus status(Optional<JsonNode> found) {
        return found.map(CheckoutSession::new)
                .map(StripeGateway::certain)
                .orElseGet(InvoiceStatus.Over::new);
    }

    static InvoiceStatus certain(CheckoutSession session) {
        return session.status()
                .orElseThrow(() -> new GatewayUnavailable("Stripe answers with half a session"));
    }

    /** A read has nothing to refuse: whatever it says, we know no more than before. */
    static boolean noAnswer(Throwable failure) {
        return failure instanceof FaultToleranceException || failure instanceof GatewayRefused;
    }

    static GatewayUnavailable unavailable(Throwable failure) {
        return new GatewayUnavailable("Stripe gives no answer: " + failure.getMessage(), failure);
    }
}
