package io.cybervpn.infrastructure.payment.tbank;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.Closing;
import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
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
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** T-Bank as a payment gateway: payments in one stage. Our payment's id is {@code OrderId}. */
@Singleton
final class TBankGateway implements PaymentGateway {
    static final String PROVIDER = "tbank";

    private static final int DESCRIPTION_LENGTH_MAX = 140;
    private static final Duration PAYABLE_MAX = Duration.ofDays(90);
    private static final int CONCURRENCY = 8;

    private final TBankSettings settings;
    private final TBankClient client;
    private final TBankSearch search;
    private final Clock clock;

    @Inject
    TBankGateway(TBankSettings settings, TBankClient client, TBankSearch search, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.search = search;
        this.clock = clock;
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

    /** Ten roubles: the page to pay offers SBP, which takes no less. */
    @Override
    public Money leastCharge(Asset asset) {
        return asset.equals(Asset.RUB) ? new Money(1_000, asset) : PaymentGateway.smallest(asset);
    }

    @Override
    public Set<Asset> currencies() {
        return Set.of(Asset.RUB);
    }

    @Override
    public Uni<Invoice> invoice(InvoiceCall call) {
        Asset asset = call.amount().asset();
        if (!asset.equals(Asset.RUB)) {
            return Uni.createFrom().failure(new GatewayRefused("no payments in " + asset.code()));
        }
        return Remote.outsideUnitOfWork(() -> client.change("Init", wish(call)))
                .onFailure(FaultToleranceException.class)
                .transform(TBankGateway::unavailable)
                .map(TBankGateway::made);
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
                                .map(TBankGateway::statusesOf));
    }

    @Override
    public Uni<Closing> close(String reference) {
        return Remote.outsideUnitOfWork(
                        () -> client.change("Cancel", Map.of("PaymentId", reference)))
                .onFailure(FaultToleranceException.class)
                .transform(TBankGateway::unavailable)
                .map(answer -> closed(new TBankPayment(answer)));
    }

    private static Closing closed(TBankPayment answer) {
        if (!answer.success()) {
            throw answer.refusal();
        }
        if (!answer.state().equals("CANCELED")) {
            throw new GatewayUnavailable("T-Bank answers " + answer.state());
        }
        return Closing.CLOSED;
    }

    @Override
    public Uni<List<FoundInvoice>> search(Set<PaymentId> payments, Instant madeSince) {
        return Remote.outsideUnitOfWork(() -> search.find(payments))
                .onFailure(FaultToleranceException.class)
                .transform(TBankGateway::unavailable);
    }

    private Map<String, Object> wish(InvoiceCall call) {
        String text = call.description();
        Duration payable =
                call.payableFor().compareTo(PAYABLE_MAX) > 0 ? PAYABLE_MAX : call.payableFor();
        Map<String, Object> wish = new HashMap<>();
        wish.put("Amount", call.amount().minorUnits());
        wish.put("OrderId", call.payment().value().toString());
        wish.put("Description", cut(text));
        wish.put("PayType", "O");
        wish.put("NotificationURL", settings.notificationUrl().toString());
        wish.put("SuccessURL", settings.returnUrl().toString());
        wish.put("FailURL", settings.returnUrl().toString());
        wish.put("RedirectDueDate", moment(clock.instant().plus(payable)));
        if (call.keep()) {
            wish.put("Recurrent", "Y");
            wish.put("CustomerKey", call.payment().value().toString());
        }
        return wish;
    }

    static String cut(String text) {
        return text.substring(0, Math.min(text.length(), DESCRIPTION_LENGTH_MAX));
    }

    private static String moment(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.ofHours(3))
                .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx"));
    }

    private static Invoice made(JsonNode answer) {
        TBankPayment payment = new TBankPayment(answer);
        if (!payment.success()) {
            throw payment.refusal();
        }
        return payment.reference()
                .flatMap(reference -> page(answer).map(page -> invoice(reference, page)))
                .orElseThrow(() -> new GatewayUnavailable("T-Bank answers without a payment"));
    }

    private static Invoice invoice(String reference, URI page) {
        return new Invoice(reference, page, Optional.empty());
    }

    private static Optional<URI> page(JsonNode answer) {
        String url = answer.path("PaymentURL").asText("");
        try {
            return url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Uni<Read> read(String reference) {
        return client.read("GetState", Map.of("PaymentId", reference))
                .map(TBankPayment::new)
                .map(payment -> new Read(reference, status(reference, payment)))
                .onFailure(TBankGateway::noAnswer)
                .recoverWithItem(new Read(reference, Optional.empty()));
    }

    private Optional<InvoiceStatus> status(String reference, TBankPayment payment) {
        return payment.success() && payment.reference().equals(Optional.of(reference))
                ? payment.status(clock.instant())
                : Optional.empty();
    }

    private static Map<String, InvoiceStatus> statusesOf(List<Read> reads) {
        if (reads.stream().allMatch(one -> one.status().isEmpty())) {
            throw new GatewayUnavailable("T-Bank gives no answer");
        }
        Map<String, InvoiceStatus> statuses = new HashMap<>();
        reads.forEach(
                one ->
                        statuses.put(
                                one.reference(),
                                one.status().orElseGet(InvoiceStatus.Active::new)));
        return statuses;
    }

    private static boolean noAnswer(Throwable failure) {
        return failure instanceof FaultToleranceException || failure instanceof GatewayUnavailable;
    }

    static GatewayUnavailable unavailable(Throwable failure) {
        return new GatewayUnavailable("T-Bank gives no answer: " + failure.getMessage(), failure);
    }
}
