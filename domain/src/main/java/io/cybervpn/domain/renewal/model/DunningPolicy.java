package io.cybervpn.domain.renewal.model;

import io.cybervpn.domain.renewal.GraceService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done around the end of a period, in whole days of 24 h. There is no debt: who does not
 * pay is not served after the end and the grace that follows it. Grace is a gift: what is paid in
 * it counts from the payment, as it does after any end.
 *
 * @param remindDaysBefore when the customer is reminded, each 0 to 30 days before the end, at most
 *     10
 * @param chargeDaysBefore when a renewal is first tried, 0 to 14 days before the end
 * @param retryDays when it is tried again, each 1 to 60 days after the first time, at most 10
 * @param graceDays for how long access goes on after the end, 0 to 30
 * @param terminateDays when the subscription is taken away, more than the grace and at most 365
 *     days after the end; empty: never
 * @param graceService what is given in the grace instead of all of the plan, and after traffic was
 *     used up; empty: all of the plan, and nothing
 */
public record DunningPolicy(
        List<Integer> remindDaysBefore,
        int chargeDaysBefore,
        List<Integer> retryDays,
        int graceDays,
        Optional<Integer> terminateDays,
        Optional<GraceService> graceService) {
    /** What holds where nobody said otherwise. */
    public static final DunningPolicy STANDARD =
            new DunningPolicy(List.of(7, 3, 1, 0), 1, List.of(1, 3, 8), 0, Optional.of(14));

    private static final int TIMES_MAX = 10;
    private static final int REMIND_DAYS_MAX = 30;
    private static final int CHARGE_DAYS_MAX = 14;
    private static final int RETRY_DAYS_MAX = 60;
    private static final int GRACE_DAYS_MAX = 30;
    private static final int TERMINATE_DAYS_MAX = 365;

    /** Sorts, drops repetitions, refuses what is out of bounds. */
    public DunningPolicy {
        remindDaysBefore = remindDaysBefore.stream().distinct().sorted().toList();
        retryDays = retryDays.stream().distinct().sorted().toList();
        if (!areWithin(remindDaysBefore, 0, REMIND_DAYS_MAX)
                || !areWithin(retryDays, 1, RETRY_DAYS_MAX)
                || !areWithin(List.of(chargeDaysBefore), 0, CHARGE_DAYS_MAX)
                || !areWithin(List.of(graceDays), 0, GRACE_DAYS_MAX)
                || !areWithin(terminateDays.stream().toList(), graceDays + 1, TERMINATE_DAYS_MAX)) {
            throw new IllegalArgumentException("not a policy");
        }
    }

    /** One without a service of its own in the grace. */
    public DunningPolicy(
            List<Integer> remindDaysBefore,
            int chargeDaysBefore,
            List<Integer> retryDays,
            int graceDays,
            Optional<Integer> terminateDays) {
        this(
                remindDaysBefore,
                chargeDaysBefore,
                retryDays,
                graceDays,
                terminateDays,
                Optional.empty());
    }

    private static boolean areWithin(List<Integer> days, int least, int most) {
        return days.size() <= TIMES_MAX
                && days.stream().allMatch(day -> day >= least && day <= most);
    }

    /** Whether the subscription is taken away after access has ended, or never; else no policy. */
    public static boolean isInOrder(int graceDays, Optional<Integer> terminateDays) {
        return terminateDays.filter(days -> days <= graceDays).isEmpty();
    }

    /** The grace of an end: none for one that has come already. */
    public int graceAt(Instant end, Instant now) {
        return end.isAfter(now) ? graceDays : 0;
    }

    /** The same for a period that was promised so much grace; nothing is taken away in it. */
    public DunningPolicy withGrace(int days) {
        return new DunningPolicy(
                remindDaysBefore,
                chargeDaysBefore,
                retryDays,
                days,
                terminateDays.map(after -> Math.max(after, days + 1)),
                graceService);
    }

    /** All that is to be done about a period, in order. Pure. */
    public List<Step> steps(Instant end) {
        List<Step> steps = new ArrayList<>();
        remindDaysBefore.forEach(days -> steps.add(step(Step.Kind.REMIND, -days, end)));
        steps.add(step(Step.Kind.CHARGE, -chargeDaysBefore, end));
        retryDays.forEach(days -> steps.add(step(Step.Kind.CHARGE, days - chargeDaysBefore, end)));
        graceService
                .filter(service -> service.afterEnd() && graceDays > 0)
                .ifPresent(_ -> steps.add(step(Step.Kind.GRACE, 0, end)));
        steps.add(step(Step.Kind.SUSPEND, graceDays, end));
        terminateDays.ifPresent(days -> steps.add(step(Step.Kind.TERMINATE, days, end)));
        return steps.stream().sorted().toList();
    }

    /** When a renewal is first tried. */
    public Instant firstCharge(Instant end) {
        return end.minus(Duration.ofDays(chargeDaysBefore));
    }

    private static Step step(Step.Kind kind, int day, Instant end) {
        return new Step(kind, day, end.plus(Duration.ofDays(day)));
    }
}
