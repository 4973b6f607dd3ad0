package io.cybervpn.domain.statistics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How a stretch of time is cut, always in UTC. */
public enum Step {
    /** From midnight to midnight. */
    DAY,
    /** From Monday to Monday. */
    WEEK,
    /** From the first of a month to that of the next. */
    MONTH;

    /** The most pieces of one answer. */
    public static final int PIECES_MAX = 400;

    /**
     * Where the pieces of a stretch begin and where the last one ends: {@code from}, each border of
     * this step that is inside, {@code to}. Pure.
     *
     * @param to after {@code from}
     * @return two or more; more than {@link #PIECES_MAX} + 1 if the stretch has too many pieces,
     *     and then not all of them
     */
    public List<Instant> edges(Instant from, Instant to) {
        List<Instant> edges = new ArrayList<>();
        edges.add(from);
        LocalDate border = next(from.atOffset(ZoneOffset.UTC).toLocalDate());
        while (start(border).isBefore(to) && edges.size() <= PIECES_MAX) {
            edges.add(start(border));
            border = next(border);
        }
        edges.add(to);
        return List.copyOf(edges);
    }

    private LocalDate next(LocalDate day) {
        return switch (this) {
            case DAY -> day.plusDays(1);
            case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
