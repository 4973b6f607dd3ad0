package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.RecurringGateway;
import io.cybervpn.application.payment.port.RecurringGateways;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.repository.Payments;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells providers what is wished of agreements, and asks them about charges that are late: a push
 * that never came costs an hour, not money. Any number of instances at once: each is taken by one
 * of them. A crash leaves a lease, and telling twice does no harm.
 */
@Singleton
public final class RunMandates {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What is not charged so long after its end is not charged any more. */
    private static final Duration GIVEN_UP = Duration.ofDays(3);

    private static final int CONCURRENCY = 4;

    private final UnitOfWork unitOfWork;
    private final MandateBook book;
    private final Payments payments;
    private final RecurringGateways gateways;
    private final TakeRecurringCharge takeRecurringCharge;

    @Inject
    RunMandates(
            UnitOfWork unitOfWork,
            MandateBook book,
            Payments payments,
            RecurringGateways gateways,
            TakeRecurringCharge takeRecurringCharge) {
        this.unitOfWork = unitOfWork;
        this.book = book;
        this.payments = payments;
        this.gateways = gateways;
        this.takeRecurringCharge = takeRecurringCharge;
    }

    /**
     * How much to do.
     *
     * @param limit the size of the batch, 1 to 1000
     */
    public record Command(int limit) {}

    /**
     * What was done.
     *
     * @param taken those that were due
     * @param waiting those whose provider gave no answer; they are due again later
     */
    public record Result(int taken, int waiting) {}

    private record Due(Mandate mandate, Optional<Receipt> first, boolean open) {}

    /** One batch. Never call it in a unit of work. Fails after it with what failed in it. */
    public Uni<Result> execute(Command command) {
        Instant now = book.now();
        return unitOfWork
                .run(
                        () ->
                                book.mandates()
                                        .claimDue(now, now.plus(PATIENCE), command.limit())
                                        .chain(this::due))
                .chain(this::runAll);
    }

    private Uni<List<Due>> due(List<Mandate> claimed) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUniAndConcatenate(
                        mandate ->
                                payments.find(mandate.payment())
                                        .map(Optional::orElseThrow)
                                        .map(first -> due(mandate, first)))
                .collect()
                .asList();
    }

    private static Due due(Mandate mandate, Payment first) {
        return switch (first) {
            case Payment.Captured(_, var receipt, _) ->
                    new Due(mandate, Optional.of(receipt), false);
            case Payment.Flagged(_, var receipt, _, _) ->
                    new Due(mandate, Optional.of(receipt), false);
            case Payment.Open _ -> new Due(mandate, Optional.empty(), true);
            case Payment.Expired _, Payment.Failed _ -> new Due(mandate, Optional.empty(), false);
        };
    }

    private Uni<Result> runAll(List<Due> due) {
        return due.isEmpty()
                ? Uni.createFrom().item(new Result(0, 0))
                : Uni.join()
                        .all(due.stream().map(this::run).toList())
                        .usingConcurrencyOf(CONCURRENCY)
                        .andCollectFailures()
                        .map(
                                answered ->
                                        new Result(
                                                due.size(),
                                                (int)
                                                        answered.stream()
                                                                .filter(answer -> !answer)
                                                                .count()));
    }

    /** False when there was no answer: the lease brings it back. */
    private Uni<Boolean> run(Due due) {
        return gateways.find(due.mandate().provider())
                .map(gateway -> Uni.createFrom().deferred(() -> run(gateway, due)))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .failure(
                                                new GatewayUnavailable(
                                                        due.mandate().provider() + " is off")))
                .replaceWith(true)
                .onFailure(GatewayUnavailable.class)
                .recoverWithItem(false);
    }

    private Uni<Void> run(RecurringGateway gateway, Due due) {
        return due.mandate()
                .toTell()
                .map(steering -> steer(gateway, due, steering))
                .orElseGet(() -> look(gateway, due));
    }

    /** Nobody charges what nobody paid for; while he still can, it is looked at again. */
    private Uni<Void> steer(RecurringGateway gateway, Due due, Steering steering) {
        return due.first()
                .map(
                        receipt ->
                                gateway.steer(receipt, steering)
                                        .onFailure(GatewayRefused.class)
                                        .recoverWithNull()
                                        .chain(() -> told(due, steering)))
                .orElseGet(() -> due.open() ? Uni.createFrom().voidItem() : told(due, steering));
    }

    private Uni<Void> told(Due due, Steering steering) {
        return unitOfWork.run(
                () ->
                        book.mandates()
                                .lock(due.mandate().payment())
                                .map(Optional::orElseThrow)
                                .chain(mandate -> book.put(mandate, mandate.told(steering))));
    }

    private Uni<Void> look(RecurringGateway gateway, Due due) {
        Instant since = due.mandate().paidUntil().orElse(book.now()).minus(due.mandate().period());
        return gateway.charges(due.mandate().payment(), since)
                .chain(charges -> takeAll(due, charges))
                .chain(() -> giveUpIfLate(due));
    }

    /** Those that are known already change nothing. */
    private Uni<Void> takeAll(Due due, List<Receipt> charges) {
        String first = due.first().map(Receipt::reference).orElse("");
        return Multi.createFrom()
                .iterable(charges)
                .select()
                .where(charge -> !charge.reference().equals(first))
                .onItem()
                .transformToUniAndConcatenate(
                        charge ->
                                takeRecurringCharge.execute(
                                        new TakeRecurringCharge.Command(
                                                due.mandate().payment(),
                                                due.mandate().provider(),
                                                charge,
                                                Optional.empty())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> giveUpIfLate(Due due) {
        return unitOfWork.run(
                () ->
                        book.mandates()
                                .lock(due.mandate().payment())
                                .map(Optional::orElseThrow)
                                .chain(
                                        mandate ->
                                                isLate(mandate)
                                                        ? book.put(
                                                                mandate, mandate.failed(book.now()))
                                                        : Uni.createFrom().voidItem()));
    }

    private boolean isLate(Mandate mandate) {
        return mandate.paidUntil()
                .filter(until -> until.plus(GIVEN_UP).isBefore(book.now()))
                .isPresent();
    }
}
