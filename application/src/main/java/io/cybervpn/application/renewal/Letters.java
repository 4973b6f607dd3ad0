package io.cybervpn.application.renewal;

import io.cybervpn.application.payment.MandateView;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.subscription.TerminateSubscription;
import io.cybervpn.domain.renewal.GraceDue;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.renewal.Topic;
import io.cybervpn.domain.renewal.model.Agenda;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.CycleState;
import io.cybervpn.domain.renewal.model.Step;
import io.cybervpn.domain.renewal.repository.Cycles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reminds, and takes away in the end. Only for an open unit of work that holds the cycle. */
@Singleton
final class Letters {
    private static final Duration DAY = Duration.ofDays(1);

    private final Cycles cycles;
    private final Settled settled;
    private final Prospect.Finder prospects;
    private final TerminateSubscription terminateSubscription;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    Letters(
            Cycles cycles,
            Settled settled,
            Prospect.Finder prospects,
            TerminateSubscription terminateSubscription,
            Outbox outbox,
            Clock clock) {
        this.cycles = cycles;
        this.settled = settled;
        this.prospects = prospects;
        this.terminateSubscription = terminateSubscription;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Words(Topic topic, Map<String, String> values) {}

    /** Does what is due, each step once, and goes on to what is next. */
    Uni<Void> send(Situation situation) {
        Instant now = clock.instant();
        Cycle cycle = situation.cycle();
        Agenda agenda = cycle.agenda(situation.policy(), now);
        return Multi.createFrom()
                .iterable(agenda.letters())
                .onItem()
                .transformToUniAndConcatenate(step -> cycles.note(cycle.key(), step.code(), now))
                .collect()
                .last()
                .chain(first -> Boolean.TRUE.equals(first) ? tell(situation, agenda) : nothing())
                .chain(() -> agenda.lessens() ? lessen(cycle, now) : nothing())
                .chain(() -> agenda.terminates() ? terminate(cycle) : nothing())
                .chain(() -> cycles.save(cycle.told(situation.policy(), now)));
    }

    /** Said again after a crash it changes nothing: by how things stand then it is decided. */
    private Uni<Void> lessen(Cycle cycle, Instant now) {
        return outbox.append(
                new GraceDue(cycle.key().subscription(), cycle.account(), cycle.key().end(), now));
    }

    private Uni<Void> terminate(Cycle cycle) {
        return terminateSubscription
                .execute(
                        new TerminateSubscription.Command(
                                cycle.key().subscription(), cycle.key().end()))
                .replaceWithVoid();
    }

    private Uni<Void> tell(Situation situation, Agenda agenda) {
        return agenda.told()
                .map(step -> words(situation, step))
                .map(
                        words ->
                                words.chain(
                                        some ->
                                                settled.tell(
                                                        situation.cycle(),
                                                        some.topic(),
                                                        some.values())))
                .orElseGet(Letters::nothing);
    }

    private Uni<Words> words(Situation situation, Step step) {
        return switch (step.kind()) {
            case SUSPEND -> words(Topic.SUSPENDED, Map.of());
            case TERMINATE -> words(Topic.TERMINATED, Map.of());
            case REMIND, CHARGE, GRACE -> reminder(situation);
        };
    }

    /** Who is charged soon hears how much and when; after a try that failed it is as for others. */
    private Uni<Words> reminder(Situation situation) {
        return situation
                .charged()
                .map(charge -> words(Topic.WILL_BE_CHARGED, values(charge)))
                .orElseGet(() -> ownReminder(situation));
    }

    /** The provider takes it by itself, and when what it took before is over. */
    private static Map<String, String> values(MandateView charge) {
        return Map.of(
                "price", charge.amount().toString(),
                "chargeAt", charge.paidUntil().map(Instant::toString).orElse(""));
    }

    private Uni<Words> ownReminder(Situation situation) {
        Optional<Instant> charge =
                situation.cycle().nextCharge(situation.policy(), clock.instant());
        return situation
                .terms()
                .filter(_ -> situation.cycle().state() instanceof CycleState.Planned)
                .flatMap(terms -> charge.map(at -> reminder(situation, terms, at)))
                .orElseGet(() -> words(Topic.EXPIRES_SOON, Map.of("days", daysLeft(situation))));
    }

    private Uni<Words> reminder(Situation situation, Terms terms, Instant at) {
        return prospects
                .of(situation.subscription().plan(), terms)
                .map(
                        prospect ->
                                switch (prospect) {
                                    case Prospect.Agreed(var price) ->
                                            new Words(
                                                    Topic.WILL_BE_CHARGED,
                                                    Map.of(
                                                            "price", price.toString(),
                                                            "chargeAt", at.toString()));
                                    case Prospect.Dearer(var price, var agreed) ->
                                            new Words(
                                                    Topic.PRICE_ROSE,
                                                    Map.of(
                                                            "price", price.toString(),
                                                            "agreed", agreed.toString()));
                                    case Prospect.NotForSale() ->
                                            new Words(Topic.PLAN_GONE, Map.of());
                                });
    }

    /** Begun days count as whole ones. */
    private String daysLeft(Situation situation) {
        Duration left = Duration.between(clock.instant(), situation.cycle().key().end());
        long days = left.plus(DAY).minusNanos(1).toDays();
        return String.valueOf(Math.max(0, days));
    }

    private static Uni<Words> words(Topic topic, Map<String, String> values) {
        return Uni.createFrom().item(new Words(topic, values));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
