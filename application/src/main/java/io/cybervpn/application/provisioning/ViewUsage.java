package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.AccessDoor.Entry;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.PanelUsage;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.TrafficMeter;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows what a subscription has used (R160): by day from our own count, which outlives resets and
 * panels, or by node from the panel's statistics.
 */
@Singleton
public final class ViewUsage {
    /** The longest span in days. */
    public static final int DAYS_MAX = 366;

    private final AccessDoor door;
    private final PanelUsage panel;
    private final UnitOfWork unitOfWork;
    private final TrafficMeters meters;

    @Inject
    ViewUsage(AccessDoor door, PanelUsage panel, UnitOfWork unitOfWork, TrafficMeters meters) {
        this.door = door;
        this.panel = panel;
        this.unitOfWork = unitOfWork;
        this.meters = meters;
    }

    /** By what it is told apart. */
    public enum Group {
        /** By day of UTC. */
        DAY,
        /** By node. */
        NODE
    }

    /**
     * Whose, and what; staff need {@link Permission#PROVISIONING_READ}.
     *
     * @param last belongs to the span, like {@code first}; up to {@link #DAYS_MAX} days in all
     */
    public record Query(
            Actor actor, AccessId access, Group group, LocalDate first, LocalDate last) {}

    /** The answer. */
    public sealed interface Result {
        /** This much. */
        record Found(UsageView usage) implements Result {}

        /** The panel does not have the access yet; ask again in seconds. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The panel does not answer; by day it need not. */
        record NoAnswer() implements Result {}

        /** The actor may not see it. */
        record Denied() implements Result {}
    }

    /** Looks it up. */
    public Uni<Result> execute(Query query) {
        return door.enter(query.actor(), query.access(), Permission.PROVISIONING_READ)
                .chain(entry -> view(entry, query));
    }

    private Uni<Result> view(Entry entry, Query query) {
        return switch (entry) {
            case Entry.Open open -> view(open, query);
            case Entry.NotReady() -> Uni.createFrom().item(new Result.NotReady());
            case Entry.NoSuchSubscription() ->
                    Uni.createFrom().item(new Result.NoSuchSubscription());
            case Entry.Denied() -> Uni.createFrom().item(new Result.Denied());
        };
    }

    private Uni<Result> view(Entry.Open open, Query query) {
        return parts(open, query)
                .chain(parts -> unitOfWork.run(() -> view(open, parts)))
                .onFailure(PanelUnavailable.class)
                .recoverWithItem(new Result.NoAnswer());
    }

    private Uni<Result> view(Entry.Open open, UsageView.Parts parts) {
        return meters.find(open.id())
                .map(
                        meter ->
                                new Result.Found(
                                        new UsageView(
                                                open.user().usedTrafficBytes(),
                                                open.traffic(),
                                                meter.map(TrafficMeter::periodSince),
                                                parts)));
    }

    private Uni<UsageView.Parts> parts(Entry.Open open, Query query) {
        return switch (query.group()) {
            case DAY ->
                    unitOfWork
                            .run(() -> meters.days(open.id(), query.first(), query.last()))
                            .map(days -> new UsageView.Parts.Days(all(days, query)));
            case NODE ->
                    panel.byNode(open.user(), query.first(), query.last())
                            .map(UsageView.Parts.Nodes::new);
        };
    }

    /** Days on which nothing was used are days too. */
    private static List<TrafficMeters.Day> all(List<TrafficMeters.Day> days, Query query) {
        Map<LocalDate, TrafficMeters.Day> known =
                days.stream().collect(Collectors.toMap(TrafficMeters.Day::day, day -> day));
        return query.first()
                .datesUntil(query.last().plusDays(1))
                .map(
                        day ->
                                Optional.ofNullable(known.get(day))
                                        .orElseGet(() -> new TrafficMeters.Day(day, 0)))
                .toList();
    }
}
