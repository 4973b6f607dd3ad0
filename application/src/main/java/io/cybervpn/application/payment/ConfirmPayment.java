package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.PaymentFlagged;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Bookings;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Reception;
import io.cybervpn.domain.payment.model.Unmatched;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.UnmatchedMoney;
import io.cybervpn.domain.shared.DomainEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a provider's word that money came in: the one way, for pushes, for the poller and for the
 * check button. A repeated call answers as the first did and books nothing. Money that does not fit
 * is booked apart and flagged, never dropped.
 */
@Singleton
public final class ConfirmPayment {
    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final PostTransaction ledger;
    private final UnmatchedMoney unmatched;
    private final LateMoney late;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ConfirmPayment(
            UnitOfWork unitOfWork,
            Payments payments,
            PostTransaction ledger,
            UnmatchedMoney unmatched,
            LateMoney late,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.ledger = ledger;
        this.unmatched = unmatched;
        this.late = late;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What the provider said.
     *
     * @param payment our own reference, as the provider gave it back
     * @param provider who said it
     */
    public record Command(PaymentId payment, String provider, Receipt receipt) {}

    /** What it means. */
    public sealed interface Result {
        /** The payment is captured: now, or by the same receipt before. */
        record Confirmed(PaymentId payment, boolean first) implements Result {}

        /** Money came that does not fit; nothing is granted for it and staff must look. */
        record Flagged(PaymentId payment, String reason) implements Result {}

        /** We never asked this provider for this payment; money of it is kept apart. */
        record NoSuchPayment(PaymentId payment) implements Result {}
    }

    /** Takes it. */
    public Uni<Result> execute(Command command) {
        return executeAll(List.of(command)).map(List::getFirst);
    }

    /** Takes several in their order, in one transaction; the answers are in the same order. */
    public Uni<List<Result>> executeAll(List<Command> commands) {
        Set<PaymentId> ids = commands.stream().map(Command::payment).collect(Collectors.toSet());
        return unitOfWork.run(
                () ->
                        payments.lockAll(ids)
                                .chain(
                                        held ->
                                                decide(held, commands)
                                                        .chain(this::carryOut)
                                                        .call(it -> late.ask(held, commands, it))));
    }

    /** Of money that names no payment of ours it matters whether its invoice is one of ours. */
    private Uni<List<Effect>> decide(List<Payment> held, List<Command> commands) {
        Map<PaymentId, Payment> current = new HashMap<>();
        held.forEach(payment -> current.put(payment.id(), payment));
        List<Command> strangers =
                commands.stream()
                        .filter(command -> isStranger(command, current.get(command.payment())))
                        .toList();
        return Multi.createFrom()
                .iterable(strangers)
                .onItem()
                .transformToUniAndConcatenate(
                        one ->
                                payments.byReference(one.provider(), one.receipt().reference())
                                        .map(
                                                found ->
                                                        found.isPresent()
                                                                ? List.<Command>of()
                                                                : List.of(one)))
                .collect()
                .in(HashSet<Command>::new, Set::addAll)
                .map(nobodys -> decide(current, nobodys, commands));
    }

    private static boolean isStranger(Command command, @Nullable Payment found) {
        return found == null || !found.request().provider().equals(command.provider());
    }

    private List<Effect> decide(
            Map<PaymentId, Payment> current, Set<Command> nobodys, List<Command> commands) {
        List<Effect> effects = new ArrayList<>(commands.size());
        for (Command command : commands) {
            Optional<Payment> found = Optional.ofNullable(current.get(command.payment()));
            Effect effect = nobodys.contains(command) ? nobodys(command) : effectOf(command, found);
            effect.changed().ifPresent(payment -> current.put(payment.id(), payment));
            effects.add(effect);
        }
        return effects;
    }

    private Effect effectOf(Command command, Optional<Payment> found) {
        return found.filter(payment -> payment.request().provider().equals(command.provider()))
                .map(payment -> effectOf(payment.receive(command.receipt(), clock.instant())))
                .orElseGet(() -> Effect.none(new Result.NoSuchPayment(command.payment())));
    }

    /** We never asked for it, and it came all the same: it is kept apart under its invoice. */
    private Effect nobodys(Command command) {
        Receipt receipt = command.receipt();
        return new Effect(
                new Result.NoSuchPayment(command.payment()),
                Optional.empty(),
                booking(
                        Bookings.surplusKey(command.provider(), receipt.reference()),
                        Kind.PAYMENT_SURPLUS,
                        Bookings.unallocated(command.provider(), receipt.received())),
                Optional.of(
                        Unmatched.fresh(
                                command.provider(),
                                receipt,
                                "no payment " + command.payment().value(),
                                Optional.empty(),
                                clock.instant())),
                Optional.empty(),
                false);
    }

    private static Effect effectOf(Reception reception) {
        return switch (reception) {
            case Reception.Capture capture -> captured(capture);
            case Reception.Flag flag -> flagged(flag);
            case Reception.Surplus surplus -> keptApart(surplus);
            case Reception.Contradiction(_, var event) ->
                    new Effect(
                            flagged(event),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(event),
                            false);
            case Reception.Repeated(var payment) -> Effect.none(again(payment));
        };
    }

    private static Effect captured(Reception.Capture capture) {
        Payment.Captured payment = capture.payment();
        return new Effect(
                new Result.Confirmed(payment.id(), true),
                Optional.of(payment),
                booking(
                        Bookings.capturedKey(payment.id()),
                        Kind.PAYMENT_CAPTURED,
                        Bookings.captured(payment.request(), capture.received())),
                Optional.empty(),
                Optional.of(capture.event()),
                false);
    }

    private static Effect flagged(Reception.Flag flag) {
        Payment.Flagged payment = flag.payment();
        return new Effect(
                flagged(flag.event()),
                Optional.of(payment),
                booking(
                        Bookings.unallocatedKey(payment.id()),
                        Kind.PAYMENT_UNALLOCATED,
                        Bookings.unallocated(
                                payment.request().provider(), payment.receipt().received())),
                Optional.of(apart(payment, payment.receipt(), flag.event())),
                Optional.of(flag.event()),
                false);
    }

    /** The key is the invoice's: its money is kept once, however often it is said. */
    private static Effect keptApart(Reception.Surplus surplus) {
        String provider = surplus.payment().request().provider();
        Receipt receipt = surplus.receipt();
        return new Effect(
                flagged(surplus.event()),
                Optional.empty(),
                booking(
                        Bookings.surplusKey(provider, receipt.reference()),
                        Kind.PAYMENT_SURPLUS,
                        Bookings.unallocated(provider, receipt.received())),
                Optional.of(apart(surplus.payment(), receipt, surplus.event())),
                Optional.of(surplus.event()),
                true);
    }

    private static Unmatched apart(Payment payment, Receipt receipt, PaymentFlagged event) {
        return Unmatched.fresh(
                payment.request().provider(),
                receipt,
                event.reason(),
                Optional.of(payment.id()),
                event.at());
    }

    private static Optional<PostTransaction.Command> booking(
            String businessKey, Kind kind, List<Posting> postings) {
        return postings.isEmpty()
                ? Optional.empty()
                : Optional.of(new PostTransaction.Command(businessKey, kind, postings));
    }

    private Uni<List<Result>> carryOut(List<Effect> effects) {
        List<Payment> changed = effects.stream().flatMap(it -> it.changed().stream()).toList();
        List<PostTransaction.Command> bookings =
                effects.stream().flatMap(it -> it.booking().stream()).toList();
        List<Unmatched> apart = effects.stream().flatMap(it -> it.apart().stream()).toList();
        return payments.saveAll(changed)
                .chain(() -> apart.isEmpty() ? nothing() : unmatched.addAll(apart))
                .chain(() -> ledger.executeAll(bookings))
                .chain(booked -> outbox.appendAll(events(effects, booked)))
                .replaceWith(effects.stream().map(Effect::result).toList());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static List<DomainEvent> events(
            List<Effect> effects, List<PostTransaction.Result> booked) {
        Iterator<PostTransaction.Result> bookings = booked.iterator();
        List<DomainEvent> events = new ArrayList<>();
        for (Effect effect : effects) {
            boolean old =
                    effect.booking().isPresent()
                            && bookings.next() instanceof PostTransaction.Result.AlreadyPosted;
            if (!(old && effect.onlyIfNew())) {
                effect.event().ifPresent(events::add);
            }
        }
        return events;
    }

    private static Result flagged(PaymentFlagged event) {
        return new Result.Flagged(event.payment(), event.reason());
    }

    private static Result again(Payment payment) {
        return switch (payment) {
            case Payment.Flagged flagged -> new Result.Flagged(flagged.id(), flagged.reason());
            case Payment.Captured captured -> new Result.Confirmed(captured.id(), false);
            case Payment.Open _, Payment.Expired _, Payment.Failed _ ->
                    throw new IllegalStateException(payment.id() + " repeats what never was");
        };
    }
}
