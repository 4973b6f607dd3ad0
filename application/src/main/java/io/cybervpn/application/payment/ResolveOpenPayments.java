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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The janitor: takes open payments that are due for a look, asks their providers and does what
 * follows. Any number may run at once; each payment is taken by one of them. A provider that does
 * not answer costs nothing but time, and no other provider's: its payments are due again later.
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

    /** What one provider has to be asked. Asks when it is run; to be run once. */
    public static final class Round {
        private final String provider;
        private final int taken;
        private final Uni<Boolean> answered;

        private Round(String provider, int taken, Uni<Boolean> answered) {
            this.provider = provider;
            this.taken = taken;
            this.answered = answered;
        }

        /** Who is asked. */
        public String provider() {
            return provider;
        }

        /** Asks, and does what follows. Fails after the round with what failed in it. */
        public Uni<Report> run() {
            return answered.map(
                    answer -> new Report(taken, answer ? List.of() : List.of(provider)));
        }
    }

    /** One round over at most 500 payments. Fails after the round with what failed in it. */
    public Uni<Report> execute() {
        return begin(Set.of()).chain(ResolveOpenPayments::runAll);
    }

    /**
     * Takes what is due and says whom to ask, for who does not want to wait for the slowest.
     *
     * @param busy providers that are being asked already; theirs are left for later
     */
    public Uni<List<Round>> begin(Set<String> busy) {
        return unitOfWork
                .run(
                        () ->
                                payments.claimDue(
                                        clock.instant(),
                                        Patiences.OPEN_PAYMENTS,
                                        PaymentGateway.STATUSES_MAX,
                                        busy))
                .map(this::rounds);
    }

    private List<Round> rounds(List<Payment> due) {
        Map<String, List<Payment>> byProvider =
                due.stream().collect(Collectors.groupingBy(one -> one.request().provider()));
        return byProvider.entrySet().stream()
                .map(
                        entry ->
                                new Round(
                                        entry.getKey(),
                                        entry.getValue().size(),
                                        resolve(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static Uni<Report> runAll(List<Round> rounds) {
        return rounds.isEmpty()
                ? Uni.createFrom().item(new Report(0, List.of()))
                : Uni.join()
                        .all(rounds.stream().map(Round::run).toList())
                        .andCollectFailures()
                        .map(ResolveOpenPayments::sum);
    }

    private static Report sum(List<Report> reports) {
        return new Report(
                reports.stream().mapToInt(Report::taken).sum(),
                reports.stream().flatMap(one -> one.unavailable().stream()).toList());
    }

    /** False when there was no answer. */
    private Uni<Boolean> resolve(String provider, List<Payment> due) {
        return gateways.find(provider)
                .map(gateway -> Uni.createFrom().deferred(() -> inquiry.resolve(gateway, due)))
                .orElseGet(() -> Uni.createFrom().item(false));
    }
}
