package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.HoldRefusal;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A subscription that is held and released, as the shop keeps it, with a watch beside it. */
final class HeldLife {
    /** How long a pause may be; longer than any test. */
    private static final Duration LONG = Duration.ofDays(100_000);

    Subscription now;
    Past past = new Past(List.of(), List.of());
    Instant at;

    /** What is left of its time by a plain count of microseconds, kept beside all formulas. */
    long leftMicros;

    private boolean running = true;
    private int ids;

    HeldLife(int days) {
        at = ChangedLife.START;
        Extended opened =
                Subscription.open(
                        new SubscriptionId(new UUID(1, 1)),
                        new AccountId(new UUID(2, 2)),
                        purchase(days),
                        at);
        now = opened.subscription();
        past = past.with(opened.extension());
        leftMicros = micros(days);
    }

    private static long micros(long days) {
        return days * 86_400_000_000L;
    }

    /** Time goes by, and ends what it ends. */
    HeldLife later(long micros) {
        at = at.plusNanos(micros * 1_000);
        leftMicros = running ? Math.max(0, leftMicros - micros) : leftMicros;
        if (now instanceof Subscription.Active active
                && active.expire(at) instanceof Subscription.Expiry.Ended(var ended)) {
            now = ended;
        }
        return this;
    }

    Optional<HoldRefusal> pause() {
        return took(Holds.pause(now, moment(), at.plus(LONG)));
    }

    Optional<HoldRefusal> resume() {
        return took(Holds.resume(now, past, moment()));
    }

    Optional<HoldRefusal> suspend(boolean timeRuns) {
        return took(Holds.suspend(now, past, moment(), timeRuns));
    }

    Optional<HoldRefusal> unsuspend() {
        return took(Holds.unsuspend(now, past, moment()));
    }

    private Holds.Moment moment() {
        return new Holds.Moment(new UUID(6, ++ids), at);
    }

    private Optional<HoldRefusal> took(Holds.Answer answer) {
        return switch (answer) {
            case Holds.Answer.Refused(var reason) -> Optional.of(reason);
            case Holds.Answer.Done(var held) -> {
                take(held);
                yield Optional.empty();
            }
        };
    }

    private void take(Held held) {
        now = held.subscription();
        past = held.halt().map(past::with).orElse(past);
        running = !now.standsStill();
    }

    void end() {
        take(Holds.end(now, past, moment()));
    }

    HeldLife pay(int days) {
        Extended more =
                past.isPlain()
                        ? now.extend(purchase(days), at)
                        : now.extend(purchase(days), past, at);
        now = more.subscription();
        past = past.with(more.extension());
        leftMicros += micros(days);
        running = !now.standsStill();
        return this;
    }

    /** Gives free days, or takes some. */
    FreeTime.Answer give(int days) {
        FreeTime.Answer answer =
                FreeTime.give(
                        now,
                        past,
                        new FreeTime.Wish(
                                new UUID(7, ++ids), "key " + ids, Gift.ofStaff(days, "why"), at));
        if (answer instanceof FreeTime.Answer.Done(var granted)) {
            now = granted.subscription();
            past = past.with(granted.grant());
            leftMicros = Math.max(0, leftMicros + micros(days));
        }
        return answer;
    }

    private Purchase purchase(int days) {
        return new Purchase(
                new OrderId(new UUID(4, ++ids)),
                ChangedLife.CHEAP,
                Map.of("en", "Any"),
                Worth.of(days, new Money(100L * days, Asset.RUB)),
                ChangedLife.ENTITLEMENT,
                at);
    }
}
