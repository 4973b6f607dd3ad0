package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.repository.Payments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The janitor: takes open payments that are due for a look, asks their providers and does what
 * follows. Any number may run at once; each payment is taken by one of them. A provider that does
 * not answer costs nothing but time: its payments are due again later.
 */
@Singleton
public final class ResolveOpenPayments {
    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final PaymentGateways gateways;
    private final Inquiry inquiry;
    private final Clock clock;

    @Inject
    ResolveOpenPayments(
            UnitOfWork unitOfWork,
            Payments payments,
            PaymentGateways gateways,
            Inquiry inquiry,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.gateways = gateways;
        this.inquiry = inquiry;
        this.clock = clock;
    }

    /**
     * What one round did.
     *
     * @param taken payments that were due
     * @param unavailable providers that gave no answer
     */
    public record Report(int taken, List<String> unavailable) {
        /** Copies the list. */
        public Report {
            unavailable = List.copyOf(unavailable);
        }
    }

    /** One round over at most this many payments. Fails after the round with what failed in it. */
    public Uni<Report> execute() {
        return unitOfWork
                .run(
                        () ->
                                payments.claimDue(
                                        clock.instant(),
                                        Patiences.OPEN_PAYMENTS,
                                        PaymentGateway.STATUSES_MAX))
                .chain(this::resolveAll);
    }

    private Uni<Report> resolveAll(List<Payment> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(new Report(0, List.of()));
        }
        Map<String, List<Payment>> byProvider =
                due.stream().collect(Collectors.groupingBy(one -> one.request().provider()));
        List<Uni<List<String>>> rounds =
                byProvider.entrySet().stream()
                        .map(entry -> resolve(entry.getKey(), entry.getValue()))
                        .toList();
        return Uni.join()
                .all(rounds)
                .andCollectFailures()
                .map(
                        lists ->
                                new Report(
                                        due.size(), lists.stream().flatMap(List::stream).toList()));
    }

    private Uni<List<String>> resolve(String provider, List<Payment> due) {
        return gateways.find(provider)
                .map(gateway -> inquiry.resolve(gateway, due))
                .orElseGet(() -> Uni.createFrom().item(false))
                .map(answered -> answered ? List.of() : List.of(provider));
    }
}
