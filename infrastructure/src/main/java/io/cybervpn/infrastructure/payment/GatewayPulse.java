package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.GatewayPulses.Calls;
import io.cybervpn.application.payment.port.GatewayPulses.Failure;
import io.cybervpn.application.payment.port.GatewayPulses.Pulse;
import io.cybervpn.infrastructure.payment.GatewayMeter.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The calls to one provider, minute by minute, for a day. */
final class GatewayPulse {
    private static final int MINUTES = 24 * 60;
    private static final int HOUR = 60;
    private static final int TEXT_LENGTH_MAX = 300;

    private final Minute[] minutes = new Minute[MINUTES];
    private boolean circuitOpen;
    private Optional<Instant> lastAnswer = Optional.empty();
    private Optional<Failure> lastFailure = Optional.empty();

    /** Counts of one minute; of an older one with the same place on the dial it is begun anew. */
    private static final class Minute {
        private final long number;
        private long calls;
        private long tried;
        private long unanswered;
        private long millis;
        private long maxMillis;

        Minute(long number) {
            this.number = number;
        }

        void add(Duration took, boolean wasTried, boolean answered) {
            calls++;
            unanswered += answered ? 0 : 1;
            if (wasTried) {
                tried++;
                millis += took.toMillis();
                maxMillis = Math.max(maxMillis, took.toMillis());
            }
        }
    }

    /** There was an answer. */
    synchronized void answered(Instant now, Duration took) {
        minute(now).add(took, true, true);
        circuitOpen = false;
        lastAnswer = Optional.of(now);
    }

    /** There was none. */
    synchronized void failed(Instant now, Duration took, Outcome outcome, String what) {
        boolean tried = outcome != Outcome.NOT_TRIED;
        minute(now).add(took, tried, false);
        circuitOpen = !tried;
        String text = what.length() > TEXT_LENGTH_MAX ? what.substring(0, TEXT_LENGTH_MAX) : what;
        lastFailure = Optional.of(new Failure(now, text));
    }

    private Minute minute(Instant now) {
        long number = numberOf(now);
        int place = (int) Math.floorMod(number, MINUTES);
        Minute there = minutes[place];
        if (there == null || there.number != number) {
            there = new Minute(number);
            minutes[place] = there;
        }
        return there;
    }

    /** What it comes to now. */
    synchronized Pulse read(Instant now) {
        return new Pulse(sum(now, HOUR), sum(now, MINUTES), circuitOpen, lastAnswer, lastFailure);
    }

    private Calls sum(Instant now, int span) {
        long newest = numberOf(now);
        Minute all = new Minute(newest);
        Arrays.stream(minutes)
                .filter(Objects::nonNull)
                .filter(one -> one.number > newest - span && one.number <= newest)
                .forEach(
                        one -> {
                            all.calls += one.calls;
                            all.tried += one.tried;
                            all.unanswered += one.unanswered;
                            all.millis += one.millis;
                            all.maxMillis = Math.max(all.maxMillis, one.maxMillis);
                        });
        return new Calls(
                all.calls,
                all.unanswered,
                all.tried == 0 ? 0 : all.millis / all.tried,
                all.maxMillis);
    }

    private static long numberOf(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), 60);
    }
}
