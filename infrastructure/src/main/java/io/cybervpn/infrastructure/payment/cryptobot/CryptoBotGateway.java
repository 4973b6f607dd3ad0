package io.cybervpn.infrastructure.payment.cryptobot;

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
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;

/** Crypto Pay as a payment gateway (R73, R88). Our payment's id travels in {@code payload}. */
@Singleton
final class CryptoBotGateway implements PaymentGateway {
    static final String PROVIDER = "cryptobot";

    private static final Set<Asset> FIAT = Set.of(Asset.USD, Asset.EUR, Asset.RUB);
    private static final Set<Asset> CRYPTO = Set.of(Asset.USDT, Asset.TON, Asset.BTC);
    private static final Duration EXPIRES_IN_MAX = Duration.ofDays(31);

    private final CryptoBotSettings settings;
    private final CryptoPayClient client;
    private final CryptoPaySearch search;
    private final CryptoBotStatement statement;

    @Inject
    CryptoBotGateway(
            CryptoBotSettings settings,
            CryptoPayClient client,
            CryptoPaySearch search,
            CryptoBotStatement statement) {
        this.settings = settings;
        this.client = client;
        this.search = search;
        this.statement = statement;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.token().filter(token -> !token.isBlank()).isPresent();
    }

    @Override
    public Set<Asset> currencies() {
        return Stream.concat(FIAT.stream(), CRYPTO.stream()).collect(Collectors.toSet());
    }

    @Override
    public Uni<Invoice> invoice(InvoiceCall call) {
        return body(call)
                .map(
                        body ->
                                Remote.outsideUnitOfWork(() -> client.createInvoice(body))
                                        .onFailure(FaultToleranceException.class)
                                        .transform(CryptoBotGateway::unavailable)
                                        .map(CryptoBotGateway::made))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .failure(
                                                new GatewayRefused(
                                                        "no invoices in "
                                                                + call.amount().asset().code())));
    }

    @Override
    public Uni<Map<String, InvoiceStatus>> statuses(List<String> references) {
        GetInvoicesJson filter = GetInvoicesJson.these(String.join(",", references));
        return Remote.outsideUnitOfWork(() -> client.getInvoices(filter))
                .onFailure(CryptoBotGateway::noAnswer)
                .transform(CryptoBotGateway::unavailable)
                .map(result -> statuses(references, result));
    }

    @Override
    public Uni<List<FoundInvoice>> search(Set<PaymentId> payments, Instant madeSince) {
        return Remote.outsideUnitOfWork(() -> search.find(payments, madeSince))
                .onFailure(CryptoBotGateway::noAnswer)
                .transform(CryptoBotGateway::unavailable);
    }

    @Override
    public Uni<Closing> close(String reference) {
        DeleteInvoiceJson invoice = new DeleteInvoiceJson(Long.parseLong(reference));
        return Remote.outsideUnitOfWork(() -> client.deleteInvoice(invoice))
                .onFailure(FaultToleranceException.class)
                .transform(CryptoBotGateway::unavailable)
                .replaceWith(Closing.CLOSED);
    }

    @Override
    public Optional<ProviderStatement> statement() {
        return Optional.of(statement);
    }

    /** Empty for an asset that Crypto Pay does not invoice. */
    private static Optional<CreateInvoiceJson> body(InvoiceCall call) {
        Asset asset = call.amount().asset();
        if (FIAT.contains(asset)) {
            return Optional.of(body(call, "fiat", asset.code(), null));
        }
        return CRYPTO.contains(asset)
                ? Optional.of(body(call, "crypto", null, asset.code()))
                : Optional.empty();
    }

    private static CreateInvoiceJson body(
            InvoiceCall call, String type, @Nullable String fiat, @Nullable String asset) {
        Duration payable =
                call.payableFor().compareTo(EXPIRES_IN_MAX) > 0
                        ? EXPIRES_IN_MAX
                        : call.payableFor();
        return new CreateInvoiceJson(
                type,
                fiat,
                asset,
                call.amount().toDecimal(),
                call.description(),
                call.payment().value().toString(),
                false,
                Math.max(1, payable.toSeconds()));
    }

    /** An answer that cannot be read leaves us where a lost one does. */
    private static Invoice made(JsonNode result) {
        return new CryptoInvoice(result)
                .invoice()
                .orElseThrow(() -> new GatewayUnavailable("Crypto Pay answers without an invoice"));
    }

    private static Map<String, InvoiceStatus> statuses(List<String> references, JsonNode result) {
        Map<String, InvoiceStatus> statuses = new HashMap<>();
        references.forEach(reference -> statuses.put(reference, new InvoiceStatus.Over()));
        invoices(result)
                .forEach(
                        invoice ->
                                invoice.reference()
                                        .filter(statuses::containsKey)
                                        .ifPresent(
                                                reference ->
                                                        statuses.put(reference, certain(invoice))));
        return statuses;
    }

    static List<CryptoInvoice> invoices(JsonNode result) {
        JsonNode items = result.path("items");
        if (!items.isArray()) {
            throw new GatewayUnavailable("Crypto Pay answers without a list");
        }
        return StreamSupport.stream(items.spliterator(), false).map(CryptoInvoice::new).toList();
    }

    static InvoiceStatus certain(CryptoInvoice invoice) {
        return invoice.status()
                .orElseThrow(
                        () ->
                                new GatewayUnavailable(
                                        "Crypto Pay answers with an unknown state of an invoice"));
    }

    /** A read has nothing to refuse: whatever it says, we know no more than before. */
    static boolean noAnswer(Throwable failure) {
        return failure instanceof FaultToleranceException || failure instanceof GatewayRefused;
    }

    static GatewayUnavailable unavailable(Throwable failure) {
        return new GatewayUnavailable(
                "Crypto Pay gives no answer: " + failure.getMessage(), failure);
    }
}
