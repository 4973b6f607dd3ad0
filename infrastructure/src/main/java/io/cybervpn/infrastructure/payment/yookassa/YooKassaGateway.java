package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * YooKassa as a payment gateway. Our payment's id is the idempotence key, so one payment of ours is
 * one of theirs for a day, and it travels in {@code metadata}, so it is found ever after.
 */
@Singleton
final class YooKassaGateway implements PaymentGateway {
    static final String PROVIDER = "yookassa";

    private static final Set<Asset> CURRENCIES = Set.of(Asset.RUB, Asset.USD, Asset.EUR);
    private static final int DESCRIPTION_LENGTH_MAX = 128;
    private static final int CONCURRENCY = 8;

    private final YooKassaSettings settings;
    private final YooKassaClient client;
    private final YooKassaSearch search;
    private final YooKassaStatement statement;
    private final ReceiptsAlong along;

    @Inject
    YooKassaGateway(
            YooKassaSettings settings,
            YooKassaClient client,
            YooKassaSearch search,
            YooKassaStatement statement,
            ReceiptsAlong along) {
        this.settings = settings;
        this.client = client;
        this.search = search;
        this.statement = statement;
        this.along = along;
    }

    /** What was read under a reference; empty if there was no answer. */
    private record Read(String reference, Optional<InvoiceStatus> status) {}

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.credentials().isPresent();
    }

    /** One rouble. */
    @Override
    public Money leastCharge(Asset asset) {
        return asset.equals(Asset.RUB) ? new Money(100, asset) : PaymentGateway.smallest(asset);
    }

    @Override
    public Set<Asset> currencies() {
        return CURRENCIES;
    }

    @Override
    public Uni<Invoice> invoice(InvoiceCall call) {
        Asset asset = call.amount().asset();
        if (!CURRENCIES.contains(asset)) {
            return Uni.createFrom().failure(new GatewayRefused("no payments in " + asset.code()));
        }
        String key = call.payment().value().toString();
        return Remote.outsideUnitOfWork(
                        () -> along.payment(call.payment(), call.amount(), call.description()))
                .chain(receipt -> client.create(key, body(call, receipt)))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(made -> invoice(new YooKassaPayment(made)));
    }

    /**
     * One that gives no answer is said to be active, since nothing is known of it, unless none
     * does.
     */
    @Override
    public Uni<Map<String, InvoiceStatus>> statuses(List<String> references) {
        return Remote.outsideUnitOfWork(
                () ->
                        Multi.createFrom()
                                .iterable(references)
                                .onItem()
                                .transformToUni(this::read)
                                .merge(CONCURRENCY)
                                .collect()
                                .asList()
                                .map(YooKassaGateway::statusesOf));
    }

    @Override
    public Uni<List<FoundInvoice>> search(Set<PaymentId> payments, Instant madeSince) {
        return Remote.outsideUnitOfWork(() -> search.find(payments, madeSince))
                .onFailure(FaultToleranceException.class)
                .transform(YooKassaGateway::unavailable)
                .map(found -> found.stream().map(this::found).toList());
    }

    @Override
    public Optional<ProviderStatement> statement() {
        return Optional.of(statement);
    }

    private CreatePaymentJson body(InvoiceCall call, Optional<ReceiptJson> receipt) {
        return new CreatePaymentJson(
                CreatePaymentJson.AmountJson.of(call.amount()),
                true,
                new CreatePaymentJson.ConfirmationJson("redirect", settings.returnUrl().toString()),
                cut(call.description()),
                Map.of(YooKassaPayment.REFERENCE, call.payment().value().toString()),
                call.keep() ? true : null,
                null,
                receipt.orElse(null));
    }

    static String cut(String description) {
        return description.substring(0, Math.min(description.length(), DESCRIPTION_LENGTH_MAX));
    }

    private Uni<Read> read(String reference) {
        return client.payment(reference)
                .map(found -> new Read(reference, Optional.of(status(found))))
                .onFailure(YooKassaGateway::noAnswer)
                .recoverWithItem(new Read(reference, Optional.empty()));
    }

    private InvoiceStatus status(Optional<JsonNode> found) {
        return found.map(json -> certain(new YooKassaPayment(json)))
                .orElseGet(InvoiceStatus.Over::new);
    }

    private static Map<String, InvoiceStatus> statusesOf(List<Read> reads) {
        if (reads.stream().allMatch(one -> one.status().isEmpty())) {
            throw new GatewayUnavailable("YooKassa gives no answer");
        }
        Map<String, InvoiceStatus> statuses = new HashMap<>();
        reads.forEach(
                one ->
                        statuses.put(
                                one.reference(),
                                one.status().orElseGet(InvoiceStatus.Active::new)));
        return statuses;
    }

    private FoundInvoice found(YooKassaPayment payment) {
        return new FoundInvoice(
                payment.payment().orElseThrow(), invoice(payment), certain(payment));
    }

    /** An answer that cannot be read leaves us where a lost one does. */
    private Invoice invoice(YooKassaPayment payment) {
        return payment.invoice(settings.returnUrl())
                .orElseThrow(() -> new GatewayUnavailable("YooKassa answers without a payment"));
    }

    private InvoiceStatus certain(YooKassaPayment payment) {
        return payment.status(
                        settings.credentials()
                                .filter(YooKassaSettings.Credentials::isTest)
                                .isPresent())
                .orElseThrow(
                        () ->
                                new GatewayUnavailable(
                                        "YooKassa answers with an unknown state of a payment"));
    }

    static boolean noAnswer(Throwable failure) {
        return failure instanceof FaultToleranceException || failure instanceof GatewayUnavailable;
    }

    static GatewayUnavailable unavailable(Throwable failure) {
        return new GatewayUnavailable("YooKassa gives no answer: " + failure.getMessage(), failure);
    }
}
