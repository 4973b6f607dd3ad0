package io.cybervpn.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** How often a task is due, in UTC. */
public sealed interface Rhythm {
    /** A failed task is not left waiting for longer than this, however rare it is. */
    Duration RETRY_MAX = Duration.ofMinutes(15);

    /** What an instance may be wrong about the time before others think that its clock was set. */
    Duration SLACK = Duration.ofMinutes(1);

    /**
     * Again and again.
     *
     * @param period from 1 s to 31 days
     */
    record Every(Duration period) implements Rhythm {
        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofDays(31);

        /** Refuses what is too short or too long. */
        public Every {
            if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("every " + period);
            }
        }

        /** Keeps the beat: the next moment after now that is whole periods after the last one. */
        @Override
        public Instant after(Instant due, Instant now) {
            if (due.isAfter(now)) {
                return now.plus(period);
            }
            long missed = Duration.between(due, now).dividedBy(period);
            return due.plus(period.multipliedBy(missed + 1));
        }

        @Override
        public Instant first(Instant now) {
            Duration half = period.dividedBy(2);
            return now.plus(half.compareTo(SLACK) < 0 ? half : SLACK);
        }

        @Override
        public String text() {
            return "every " + period;
        }
    }

    /** Once a day. */
    record Daily(LocalTime at) implements Rhythm {
        @Override
        public Instant after(Instant due, Instant now) {
            ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(at);
            ZonedDateTime next = today.toInstant().isAfter(now) ? today : today.plusDays(1);
            return next.toInstant();
        }

        @Override
        public Instant first(Instant now) {
            return after(now, now);
        }

        @Override
        public String text() {
            return "daily at " + at;
        }
    }

    /**
     * When it is due next. All that was missed meanwhile is made up for by the one run that ends
     * now. Pure.
     *
     * @param due when it was due
     * @param now when it ended
     * @return after now
     */
    Instant after(Instant due, Instant now);

    /** When a task is due that was never heard of: soon, but not while the shop opens. Pure. */
    Instant first(Instant now);

    /** For staff. */
    String text();

    /**
     * No task of this rhythm is due later than this; one that is was written by a clock that was
     * ahead, and is due now. Pure.
     */
    default Instant latest(Instant now) {
        return after(now, now).plus(SLACK);
    }
}
