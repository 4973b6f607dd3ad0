package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.PaidPayments;
import io.cybervpn.application.payment.port.PaidPayments.KnownReturns;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.application.payment.port.ReturnStatement.Line;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Holds what a provider lists as given back against our refunds: a push that told of one may never
 * have come. Each that we do not know is told, and the provider is asked about it, so that it is
 * booked as if the push had come. Repeatable; never in a unit of work.
 */
@Singleton
public final class FindLostReturns {
    /** Told and asked about at most; the next night takes the others. */
    static final int DIFFERENCES_MAX = 100;

    private final RefundingGateways gateways;
    private final PaidPayments payments;
    private final ApplyReturns asking;

    @Inject
    FindLostReturns(RefundingGateways gateways, PaidPayments payments, ApplyReturns asking) {
        this.gateways = gateways;
        this.payments = payments;
        this.asking = asking;
    }

    /**
     * Which.
     *
     * @param from when it was given back, inclusive
     * @param to exclusive; what is younger may be a refund of ours whose answer is on its way
     */
    public record Query(String provider, Instant from, Instant to) {}

    /** What came of it. */
    public sealed interface Result {
        /** The list was read. */
        record Compared(long lookedAt, List<Difference> differences) implements Result {
            /** Copies the list. */
            public Compared {
                differences = List.copyOf(differences);
            }
        }

        /** The provider gave no answer, or lists nothing. */
        record Unavailable(String reason) implements Result {}
    }

    /** Whether a provider lists what went back. */
    public boolean lists(String provider) {
        return statement(provider).isPresent();
    }

    private Optional<ReturnStatement> statement(String provider) {
        return gateways.find(provider).flatMap(RefundingGateway::statement);
    }

    /** Compares. */
    public Uni<Result> execute(Query query) {
        return statement(query.provider())
                .map(statement -> compare(statement, query))
                .orElseGet(() -> Uni.createFrom().item(new Result.Unavailable("it lists nothing")));
    }

    private Uni<Result> compare(ReturnStatement statement, Query query) {
        Tally tally = new Tally();
        return read(statement, query, tally)
                .chain(() -> asking.ask(tally.hints(query.provider())))
                .<Result>map(_ -> new Result.Compared(tally.lookedAt, tally.differences()))
                .onFailure(FindLostReturns::noAnswer)
                .recoverWithItem(
                        failure -> new Result.Unavailable(String.valueOf(failure.getMessage())));
    }

    private static boolean noAnswer(Throwable failure) {
        return failure instanceof GatewayUnavailable || failure instanceof GatewayRefused;
    }

    private Uni<Void> read(ReturnStatement statement, Query query, Tally tally) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        cursor ->
                                statement
                                        .returned(query.from(), query.to(), cursor.get())
                                        .invoke(page -> cursor.set(page.next()))
                                        .call(page -> hold(query.provider(), page.lines(), tally)))
                .whilst(page -> page.next().isPresent())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> hold(String provider, List<Line> lines, Tally tally) {
        return lines.isEmpty()
                ? Uni.createFrom().voidItem()
                : payments.knownReturns(provider, lines)
                        .invoke(known -> tally.add(lines, known))
                        .replaceWithVoid();
    }

    private static final class Tally {
        private final List<Line> lost = new ArrayList<>();
        private final List<Difference> other = new ArrayList<>();
        private long lookedAt;

        private void add(List<Line> lines, KnownReturns known) {
            lookedAt += lines.size();
            lines.stream()
                    .filter(line -> !known.has(line))
                    .limit(DIFFERENCES_MAX - lost.size())
                    .forEach(lost::add);
            lines.stream()
                    .flatMap(line -> known.otherThan(line).map(ours -> other(line, ours)).stream())
                    .limit(DIFFERENCES_MAX - other.size())
                    .forEach(other::add);
        }

        private static Difference other(Line line, Money ours) {
            return new Difference(
                    "provider-refund-of-other-money",
                    line.about(),
                    "booked %s, the provider gave back %s".formatted(ours, line.what()));
        }

        private List<ApplyReturns.Hint> hints(String provider) {
            return lost.stream()
                    .map(line -> new ApplyReturns.Hint(provider, line.about()))
                    .toList();
        }

        private List<Difference> differences() {
            return Stream.concat(
                            lost.stream()
                                    .map(
                                            line ->
                                                    new Difference(
                                                            "provider-refund-not-booked",
                                                            line.about(),
                                                            "the provider gave back "
                                                                    + line.what())),
                            other.stream())
                    .toList();
        }
    }
}
