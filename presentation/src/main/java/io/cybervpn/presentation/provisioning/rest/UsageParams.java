package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ViewUsage;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which usage. */
public final class UsageParams {
    private static final int DAYS_USUAL = 30;

    @Parameter(description = "day, which is the default, or node")
    @QueryParam("group")
    Optional<String> group = Optional.empty();

    @Parameter(description = "The first day, as 2026-11-30 of UTC; 30 days by default")
    @QueryParam("from")
    Optional<String> from = Optional.empty();

    @Parameter(description = "The day after the last one; tomorrow by default")
    @QueryParam("to")
    Optional<String> to = Optional.empty();

    ViewUsage.Query query(Actor actor, AccessId access, LocalDate today) {
        LocalDate last = to.map(text -> day("to", text)).orElse(today.plusDays(1)).minusDays(1);
        LocalDate first =
                from.map(text -> day("from", text)).orElseGet(() -> last.minusDays(DAYS_USUAL - 1));
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > ViewUsage.DAYS_MAX) {
            throw Problem.invalid(
                            "to", "out_of_range", "1 to %d days.".formatted(ViewUsage.DAYS_MAX))
                    .asException();
        }
        return new ViewUsage.Query(
                actor,
                access,
                group.map(UsageParams::group).orElse(ViewUsage.Group.DAY),
                first,
                last);
    }

    private static ViewUsage.Group group(String code) {
        return switch (code) {
            case "day" -> ViewUsage.Group.DAY;
            case "node" -> ViewUsage.Group.NODE;
            case String _ ->
                    throw Problem.invalid("group", "unknown", "One of day, node.").asException();
        };
    }

    private static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 2000 || day.getYear() > 2999) {
                throw bad(name);
            }
            return day;
        } catch (DateTimeException _) {
            throw bad(name);
        }
    }

    private static ProblemException bad(String name) {
        return Problem.invalid(name, "invalid", "A day such as 2026-11-30.").asException();
    }
}
