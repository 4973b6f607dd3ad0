package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.Closing;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a test payment does at a provider, one after the other. Never in a unit of work. */
@Singleton
public final class TestSteps {
    private static final Duration PAYABLE = Duration.ofMinutes(31);
    private static final String CREATE = "create";
    private static final String READ = "read";
    private static final String CANCEL = "cancel";

    private final Ids ids;
    private final Clock clock;

    @Inject
    TestSteps(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** How a step went. */
    public enum Outcome {
        /** As it should. */
        OK,
        /** It did not. */
        FAILED,
        /** It was not tried, or there is no such call. */
        SKIPPED;

        /** Its name for clients. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A step.
     *
     * @param name {@code create}, {@code read} or {@code cancel}
     * @param message for staff, without secrets
     * @param tookMillis how long the provider took
     */
    public record Step(String name, Outcome outcome, String message, long tookMillis) {}

    /** A step, and what it brought for the next one. */
    private record Made(Step step, Optional<Invoice> invoice) {}

    /** Makes an invoice, reads it, ends it. */
    Uni<List<Step>> of(PaymentGateway gateway, Money amount) {
        PaymentId nobodys = new PaymentId(ids.next());
        return create(gateway, new InvoiceCall(nobodys, amount, "Test payment", PAYABLE))
                .chain(
                        made ->
                                made.invoice()
                                        .map(invoice -> goOn(gateway, invoice, made.step()))
                                        .orElseGet(() -> stop(made.step())));
    }

    private static Uni<List<Step>> stop(Step failed) {
        return Uni.createFrom().item(List.of(failed, skipped(READ), skipped(CANCEL)));
    }

    private static Step skipped(String name) {
        return new Step(name, Outcome.SKIPPED, "There is no invoice.", 0);
    }

    private Uni<Made> create(PaymentGateway gateway, InvoiceCall call) {
        Instant began = clock.instant();
        return Uni.createFrom()
                .deferred(() -> gateway.invoice(call))
                .map(
                        invoice ->
                                new Made(
                                        ok(CREATE, "Invoice " + invoice.reference(), began),
                                        Optional.of(invoice)))
                .onFailure(TestSteps::isAnswer)
                .recoverWithItem(
                        failure -> new Made(failed(CREATE, failure, began), Optional.empty()));
    }

    private Uni<List<Step>> goOn(PaymentGateway gateway, Invoice invoice, Step created) {
        return read(gateway, invoice.reference())
                .chain(
                        read ->
                                cancel(gateway, invoice.reference(), read)
                                        .map(cancelled -> List.of(created, read, cancelled)));
    }

    private Uni<Step> read(PaymentGateway gateway, String reference) {
        Instant began = clock.instant();
        return Uni.createFrom()
                .deferred(() -> gateway.statuses(List.of(reference)))
                .map(statuses -> judged(statuses, reference, began))
                .onFailure(TestSteps::isAnswer)
                .recoverWithItem(failure -> failed(READ, failure, began));
    }

    /** A link without a state of its own is said to be over, as everything that is not there. */
    private Step judged(Map<String, InvoiceStatus> statuses, String reference, Instant began) {
        InvoiceStatus status = statuses.getOrDefault(reference, new InvoiceStatus.Over());
        return switch (status) {
            case InvoiceStatus.Active() -> ok(READ, "It can be paid.", began);
            case InvoiceStatus.Over() -> ok(READ, "It is not paid.", began);
            case InvoiceStatus.Ended() ->
                    step(READ, Outcome.FAILED, "It was ended by the provider at once.", began);
            case InvoiceStatus.Paid _ ->
                    step(READ, Outcome.FAILED, "Somebody has paid it already.", began);
        };
    }

    /** Only of what nobody paid: to end something that is paid may give the money back. */
    private Uni<Step> cancel(PaymentGateway gateway, String reference, Step read) {
        if (read.outcome() != Outcome.OK) {
            return Uni.createFrom()
                    .item(new Step(CANCEL, Outcome.SKIPPED, "It is not known to be unpaid.", 0));
        }
        Instant began = clock.instant();
        return Uni.createFrom()
                .deferred(() -> gateway.close(reference))
                .map(closing -> cancelled(closing, began))
                .onFailure(TestSteps::isAnswer)
                .recoverWithItem(failure -> failed(CANCEL, failure, began));
    }

    private Step cancelled(Closing closing, Instant began) {
        return switch (closing) {
            case CLOSED -> ok(CANCEL, "Nobody can pay it any more.", began);
            case NOT_SUPPORTED ->
                    step(
                            CANCEL,
                            Outcome.SKIPPED,
                            "This provider ends invoices by their time alone.",
                            began);
        };
    }

    private static boolean isAnswer(Throwable failure) {
        return failure instanceof GatewayRefused || failure instanceof GatewayUnavailable;
    }

    private Step ok(String name, String message, Instant began) {
        return step(name, Outcome.OK, message, began);
    }

    private Step failed(String name, Throwable failure, Instant began) {
        String word = Optional.ofNullable(failure.getMessage()).orElse("no reason was given");
        String message =
                failure instanceof GatewayRefused
                        ? "The provider says no: " + word
                        : "The provider gives no usable answer: " + word;
        return step(name, Outcome.FAILED, message, began);
    }

    private Step step(String name, Outcome outcome, String message, Instant began) {
        return new Step(
                name, outcome, message, Duration.between(began, clock.instant()).toMillis());
    }
}
