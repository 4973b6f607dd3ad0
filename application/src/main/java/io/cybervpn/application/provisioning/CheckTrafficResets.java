package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelActions;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.cybervpn.domain.provisioning.repository.TrafficMeters.Forgotten;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Finds accesses whose traffic the panel should have set to nothing on the first of the month and
 * did not, and asks it to (R162, R181). The reset is the panel's; this only makes good what it
 * forgot, such as a panel that was down that night. It gives the panel {@link #GRACE} and our own
 * count time to see it.
 *
 * <p>One instance at a time, once in {@link #EVERY}. An access that was asked for is looked at once
 * more, whatever was heard, and is found again if it did not help.
 */
@Singleton
public final class CheckTrafficResets {
    /** How long after the first of the month nothing is missing yet. */
    public static final Duration GRACE = Duration.ofHours(6);

    /** The least time between two looks. */
    public static final Duration EVERY = Duration.ofMinutes(55);

    private static final int BATCH = 200;

    private final UnitOfWork unitOfWork;
    private final TrafficMeters meters;
    private final Accesses accesses;
    private final PanelActions panel;
    private final Clock clock;

    @Inject
    CheckTrafficResets(
            UnitOfWork unitOfWork,
            TrafficMeters meters,
            Accesses accesses,
            PanelActions panel,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.meters = meters;
        this.accesses = accesses;
        this.panel = panel;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param forgotten accesses that were not reset
     * @param asked those of them that the panel has reset now
     */
    public record Result(int forgotten, int asked) {}

    /** Looks, if nobody has of late. Up to 200 at a time, the rest at the next look. */
    public Uni<Result> execute() {
        Instant now = clock.instant();
        Instant first =
                LocalDate.ofInstant(now, ZoneOffset.UTC)
                        .withDayOfMonth(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        return now.isBefore(first.plus(GRACE))
                ? Uni.createFrom().item(new Result(0, 0))
                : unitOfWork.run(() -> find(first, now)).chain(this::ask);
    }

    private Uni<List<Forgotten>> find(Instant first, Instant now) {
        return meters.takeResetTurn(now, EVERY)
                .chain(
                        ours ->
                                ours
                                        ? meters.forgottenResets(first, now, BATCH)
                                        : Uni.createFrom().item(List.of()));
    }

    private Uni<Result> ask(List<Forgotten> forgotten) {
        return Multi.createFrom()
                .iterable(forgotten)
                .onItem()
                .transformToUniAndConcatenate(this::ask)
                .filter(done -> done)
                .collect()
                .asList()
                .map(done -> new Result(forgotten.size(), done.size()));
    }

    private Uni<Boolean> ask(Forgotten one) {
        return panel.resetTraffic(one.user())
                .replaceWith(true)
                .onFailure(PanelUnavailable.class)
                .recoverWithItem(false)
                .call(
                        () ->
                                unitOfWork.run(
                                        () ->
                                                accesses.recheck(
                                                        Set.of(one.access()), clock.instant())));
    }
}
