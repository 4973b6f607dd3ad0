package io.cybervpn.infrastructure.payment.stars;

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
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Telegram Stars as a payment gateway: an invoice link for each payment, its id being the payload.
 * A link has no state at Telegram and never expires; it is we who say no before the money, see
 * {@link PreCheckouts}. So a second link for a payment does no harm, and only money is searched.
 */
@Singleton
final class StarsGateway implements PaymentGateway {
    static final String PROVIDER = "stars";

    private static final int TITLE_LENGTH_MAX = 32;
    private static final int DESCRIPTION_LENGTH_MAX = 255;
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    /** A charge says nothing of its time: only the latest are asked about, by the daily proof. */
    private static final Duration CHARGES_KNOWN = Duration.ofDays(4);

    /** Where to send the payer of a link that is not known any more, since it was paid. */
    private static final URI TELEGRAM = URI.create("https://t.me/");

    private final StarsSettings settings;
    private final BotClient client;
    private final StarTransactions transactions;
    private final StarsStatement statement;
    private final Clock clock;

    @Inject
    StarsGateway(
            StarsSettings settings,
            BotClient client,
            StarTransactions transactions,
            StarsStatement statement,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.transactions = transactions;
        this.statement = statement;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.token().isPresent() && settings.secret().isPresent();
    }

    @Override
    public Set<Asset> currencies() {
        return Set.of(Asset.XTR);
    }

    @Override
    public Uni<Invoice> invoice(InvoiceCall call) {
        if (!call.amount().asset().equals(Asset.XTR)) {
            return Uni.createFrom()
                    .failure(new GatewayRefused("no links over " + call.amount().asset().code()));
        }
        return Remote.outsideUnitOfWork(() -> client.createInvoiceLink(body(call)))
                .onFailure(FaultToleranceException.class)
                .transform(StarsGateway::unavailable)
                .map(link -> made(call, link));
    }

    @Override
    public Optional<ProviderStatement> statement() {
        return Optional.of(statement);
    }

    /** Of links, and of charges: a paid payment is known by its charge. */
    @Override
    public Uni<Map<String, InvoiceStatus>> statuses(List<String> references) {
        List<StarsReference> links =
                references.stream().map(StarsReference::parse).flatMap(Optional::stream).toList();
        Instant asked =
                links.size() == references.size()
                        ? clock.instant()
                        : clock.instant().minus(CHARGES_KNOWN);
        Instant oldest =
                Stream.concat(links.stream().map(StarsReference::madeAt), Stream.of(asked))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return read(oldest).map(paid -> statuses(references, links, paid));
    }

    @Override
    public Uni<List<FoundInvoice>> search(Set<PaymentId> payments, Instant madeSince) {
        return read(madeSince)
                .map(
                        paid ->
                                firstOfEach(paid).stream()
                                        .filter(it -> payments.contains(it.payment()))
                                        .map(StarsGateway::found)
                                        .toList());
    }

    /** Later charges of a subscription are payments of their own: nobody finds them here. */
    private static List<StarTransactions.Paid> firstOfEach(List<StarTransactions.Paid> paid) {
        Set<PaymentId> seen = new HashSet<>();
        return paid.stream().filter(it -> seen.add(it.payment()) || !it.recurring()).toList();
    }

    private Uni<List<StarTransactions.Paid>> read(Instant oldest) {
        return read(transactions, oldest);
    }

    /** Fails with {@link GatewayUnavailable} when it takes too long or gives no answer. */
    static Uni<List<StarTransactions.Paid>> read(StarTransactions from, Instant oldest) {
        return Remote.outsideUnitOfWork(() -> from.since(oldest))
                .ifNoItem()
                .after(READ_TIMEOUT)
                .failWith(() -> new GatewayUnavailable("Telegram is too slow"))
                .onFailure(StarsGateway::noAnswer)
                .transform(StarsGateway::unavailable);
    }

    private static InvoiceLinkJson body(InvoiceCall call) {
        return new InvoiceLinkJson(
                limited(call.description(), TITLE_LENGTH_MAX),
                limited(call.description(), DESCRIPTION_LENGTH_MAX),
                call.payment().value().toString(),
                "",
                Asset.XTR.code(),
                List.of(
                        new LabeledPriceJson(
                                limited(call.description(), TITLE_LENGTH_MAX),
                                call.amount().minorUnits())),
                call.every().map(Duration::toSeconds).orElse(null));
    }

    private static String limited(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }

    /** An answer that cannot be read leaves us where a lost one does. */
    private Invoice made(InvoiceCall call, JsonNode link) {
        if (!link.isTextual() || !link.asText().matches("https?://\\S+")) {
            throw new GatewayUnavailable("Telegram answers without a link");
        }
        Instant now = clock.instant();
        StarsReference reference =
                new StarsReference(call.payment(), now, now.plus(call.payableFor()));
        URI page = URI.create(link.asText());
        return new Invoice(reference.text(), page, Optional.of(page));
    }

    private Map<String, InvoiceStatus> statuses(
            List<String> references, List<StarsReference> links, List<StarTransactions.Paid> paid) {
        Map<PaymentId, StarTransactions.Paid> first = new HashMap<>();
        paid.forEach(it -> first.putIfAbsent(it.payment(), it));
        Map<String, InvoiceStatus> statuses = new HashMap<>();
        paid.stream()
                .map(StarTransactions.Paid::receipt)
                .filter(receipt -> references.contains(receipt.reference()))
                .forEach(
                        receipt ->
                                statuses.put(receipt.reference(), new InvoiceStatus.Paid(receipt)));
        links.forEach(
                reference ->
                        statuses.put(
                                reference.text(),
                                Optional.ofNullable(first.get(reference.payment()))
                                        .<InvoiceStatus>map(
                                                it -> new InvoiceStatus.Paid(it.receipt()))
                                        .orElseGet(() -> unpaid(reference))));
        return statuses;
    }

    private InvoiceStatus unpaid(StarsReference reference) {
        return clock.instant().isAfter(reference.until())
                ? new InvoiceStatus.Over()
                : new InvoiceStatus.Active();
    }

    private static FoundInvoice found(StarTransactions.Paid paid) {
        StarsReference reference =
                new StarsReference(
                        paid.payment(), paid.receipt().paidAt(), paid.receipt().paidAt());
        return new FoundInvoice(
                paid.payment(),
                new Invoice(reference.text(), TELEGRAM, Optional.empty()),
                new InvoiceStatus.Paid(paid.receipt()));
    }

    /** A read has nothing to refuse: whatever it says, we know no more than before. */
    private static boolean noAnswer(Throwable failure) {
        return failure instanceof FaultToleranceException || failure instanceof GatewayRefused;
    }

    private static GatewayUnavailable unavailable(Throwable failure) {
        String word = "Telegram gives no answer: " + failure.getMessage();
        return failure instanceof CircuitBreakerOpenException
                ? new GatewayUnavailable(word, failure)
                : new GatewayUnavailable(word);
    }
}
