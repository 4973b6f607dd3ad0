package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.payment.port.PaymentNotices;
import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.application.payment.port.ProviderStatement.Page;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A provider with state that can lose its answers, be down and refuse. Also the registry of it. */
public final class FakeProvider implements PaymentGateway, PaymentGateways, PaymentNotices {
    /** How it treats the next calls. */
    public enum Mood {
        WELL,
        /** Not reached: nothing happens there. */
        DOWN,
        /** Does the work, and its answer is lost. */
        LOSES_ANSWERS,
        /** Will not make invoices. */
        REFUSES
    }

    private record Made(InvoiceCall call, Invoice invoice, InvoiceStatus status) {}

    private final InMemoryUnitOfWork unitOfWork;
    private final Clock clock;
    private final Map<String, Made> invoices = new LinkedHashMap<>();
    private Mood mood = Mood.WELL;
    private String mute = "";
    private Runnable beforeAnswer = () -> {};
    private Function<String, Notice> reader = body -> new Notice.Irrelevant(body);

    public FakeProvider(InMemoryUnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    public void mood(Mood next) {
        this.mood = next;
    }

    /** Something that happens after an invoice is made and before its answer arrives. */
    public void beforeAnswer(Runnable happening) {
        this.beforeAnswer = happening;
    }

    public void reads(Function<String, Notice> pushes) {
        this.reader = pushes;
    }

    public List<String> references() {
        return List.copyOf(invoices.keySet());
    }

    /** What it was asked for, as far as there are invoices of it. */
    List<InvoiceCall> calls() {
        return invoices.values().stream().map(Made::call).toList();
    }

    public Receipt pay(String reference) {
        return pay(reference, invoices.get(reference).call().amount());
    }

    public Receipt pay(String reference, Money money) {
        Receipt receipt = new Receipt(reference, new Received.Exact(money), clock.instant());
        set(reference, new InvoiceStatus.Paid(receipt));
        return receipt;
    }

    /** Refused by the payer's bank, for good. */
    public void end(String reference) {
        set(reference, new InvoiceStatus.Ended());
    }

    public void expire(String reference) {
        set(reference, new InvoiceStatus.Over());
    }

    /** One more invoice of the same payment, as a call makes whose answer was lost. */
    public String makeTwin(String reference) {
        return make(invoices.get(reference).call()).reference();
    }

    public void delete(String reference) {
        invoices.remove(reference);
    }

    @Override
    public String provider() {
        return "fake";
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Uni<Invoice> invoice(InvoiceCall call) {
        return outside(
                () -> {
                    if (mood == Mood.REFUSES) {
                        throw new GatewayRefused("AMOUNT_TOO_SMALL");
                    }
                    Invoice invoice = make(call);
                    beforeAnswer.run();
                    if (mood == Mood.LOSES_ANSWERS) {
                        throw new GatewayUnavailable("the answer is lost");
                    }
                    return invoice;
                });
    }

    @Override
    public Uni<Map<String, InvoiceStatus>> statuses(List<String> references) {
        return outside(
                () ->
                        references.stream()
                                .filter(invoices::containsKey)
                                .filter(reference -> isTold(reference, references))
                                .collect(
                                        Collectors.toMap(
                                                reference -> reference,
                                                reference -> invoices.get(reference).status())));
    }

    @Override
    public Uni<List<FoundInvoice>> search(Set<PaymentId> payments, Instant madeSince) {
        return outside(
                () ->
                        invoices.values().stream()
                                .filter(made -> payments.contains(made.call().payment()))
                                .map(
                                        made ->
                                                new FoundInvoice(
                                                        made.call().payment(),
                                                        made.invoice(),
                                                        made.status()))
                                .toList());
    }

    @Override
    public Optional<ProviderStatement> statement() {
        return Optional.of(
                (_, _, _) -> outside(() -> new Page(receipts(), List.of(), Optional.empty())));
    }

    private List<Receipt> receipts() {
        return invoices.values().stream()
                .map(Made::status)
                .filter(InvoiceStatus.Paid.class::isInstance)
                .map(paid -> ((InvoiceStatus.Paid) paid).receipt())
                .toList();
    }

    /** In a long list it gives no word on this one, as a provider that is asked one by one may. */
    public void muteInLists(String reference) {
        this.mute = reference;
    }

    private boolean isTold(String reference, List<String> asked) {
        return asked.size() == 1 || !reference.equals(mute);
    }

    @Override
    public Optional<PaymentGateway> find(String provider) {
        return provider.equals("fake") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public List<PaymentGateway> allEnabled() {
        return List.of(this);
    }

    @Override
    public Optional<PaymentNotices> noticesOf(String provider) {
        return provider.equals("fake") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Optional<String> sourceOf(String provider) {
        return noticesOf(provider).map(PaymentNotices::source);
    }

    @Override
    public Notice read(String body) {
        return reader.apply(body);
    }

    private Invoice make(InvoiceCall call) {
        String reference = String.valueOf(1000 + new ArrayList<>(invoices.keySet()).size());
        Invoice invoice =
                new Invoice(
                        reference,
                        URI.create("https://pay.example/" + reference),
                        Optional.empty());
        invoices.put(reference, new Made(call, invoice, new InvoiceStatus.Active()));
        return invoice;
    }

    private void set(String reference, InvoiceStatus status) {
        invoices.computeIfPresent(
                reference, (_, made) -> new Made(made.call(), made.invoice(), status));
    }

    private <T> Uni<T> outside(Supplier<T> call) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (unitOfWork.isOpen()) {
                                throw new IllegalStateException("called inside a unit of work");
                            }
                            if (mood == Mood.DOWN) {
                                throw new GatewayUnavailable("down");
                            }
                            return call.get();
                        });
    }
}
