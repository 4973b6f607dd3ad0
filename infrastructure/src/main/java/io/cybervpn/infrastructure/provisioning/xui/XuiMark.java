package io.cybervpn.infrastructure.provisioning.xui;

import io.cybervpn.domain.catalogue.TrafficReset;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the panel has no place for, in a client's comment: the rule of traffic reset, the stretch of
 * time whose traffic is counted, and the server groups.
 */
record XuiMark(TrafficReset reset, String stretch, Set<String> groups) {
    private static final String BEGINNING = "cybervpn";

    XuiMark {
        groups = Set.copyOf(groups);
    }

    /** For a wish, now. */
    static XuiMark of(TrafficReset reset, Collection<String> groups, Instant now) {
        return new XuiMark(reset, stretchOf(reset, now), Set.copyOf(groups));
    }

    /** Reads one; empty for a comment that is not ours. */
    static Optional<XuiMark> read(String comment) {
        List<String> parts = List.of(comment.split("\\|", -1));
        if (parts.size() < 3 || !parts.getFirst().equals(BEGINNING)) {
            return Optional.empty();
        }
        Set<String> groups =
                parts.stream()
                        .skip(3)
                        .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8))
                        .collect(Collectors.toSet());
        return TrafficReset.find(parts.get(1)).map(it -> new XuiMark(it, parts.get(2), groups));
    }

    /** Whether the traffic that is counted is of an earlier stretch. */
    boolean isOver(Instant now) {
        return !stretch.equals(stretchOf(reset, now));
    }

    String text() {
        return Stream.concat(
                        Stream.of(BEGINNING, reset.code(), stretch),
                        new TreeSet<>(groups)
                                .stream()
                                        .map(
                                                name ->
                                                        URLEncoder.encode(
                                                                name, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("|"));
    }

    private static String stretchOf(TrafficReset reset, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (reset) {
            case NO_RESET -> "";
            case DAY -> day.toString();
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            // A rolling month is refused before: nothing here knows when the user was made.
            case MONTH, MONTH_ROLLING -> YearMonth.from(day).toString();
        };
    }
}
