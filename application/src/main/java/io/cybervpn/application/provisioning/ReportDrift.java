package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelStanding;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells staff how a panel differs now from what is wanted, and mends nothing: the whole panel is
 * read, one page in memory. What is on its way or parked is counted apart and is no difference.
 * Needs {@link Permission#PROVISIONING_READ}; never in a unit of work.
 */
@Singleton
public final class ReportDrift {
    private static final int PAGE_SIZE = 500;

    private final Panels panels;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final PanelStanding standing;
    private final Clock clock;

    @Inject
    ReportDrift(
            Panels panels,
            UnitOfWork unitOfWork,
            Accesses accesses,
            PanelStanding standing,
            Clock clock) {
        this.panels = panels;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * Of which.
     *
     * @param rows how many differences and parked records are named, 1 to 500
     */
    public record Query(Actor actor, PanelId panel, int rows) {}

    /** The answer. */
    public sealed interface Result {
        /** How it is. */
        record Shown(Drift drift, PanelStanding.Standing standing) implements Result {}

        /** There is no such panel. */
        record NoSuchPanel() implements Result {}

        /** It is off: nobody calls it. */
        record Off() implements Result {}

        /** It does not answer, or not so. */
        record Unavailable(String reason) implements Result {}

        /** The actor lacks the permission. */
        record Forbidden() implements Result {}
    }

    /** Reads and compares. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.PROVISIONING_READ)) {
            return answer(new Result.Forbidden());
        }
        return panels.find(query.panel())
                .map(
                        known ->
                                known.panel().mode() == PanelMode.OFF
                                        ? answer(new Result.Off())
                                        : report(query))
                .orElseGet(() -> answer(new Result.NoSuchPanel()));
    }

    private Uni<Result> report(Query query) {
        DriftTally tally = new DriftTally(query.rows(), clock.instant());
        return read(query.panel(), tally)
                .chain(() -> standing.of(query.panel(), query.rows()))
                .<Result>map(standing -> new Result.Shown(tally.drift(), standing))
                .onFailure(ReportDrift::isNoAnswer)
                .recoverWithItem(
                        failure -> new Result.Unavailable(String.valueOf(failure.getMessage())));
    }

    private static boolean isNoAnswer(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private Uni<Void> read(PanelId panel, DriftTally tally) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        cursor -> step(panel, cursor, tally))
                .whilst(page -> page.next().isPresent())
                .collect()
                .last()
                .chain(
                        () ->
                                unitOfWork.run(
                                        () ->
                                                accesses.unseen(
                                                        panel, tally.at(), DriftTally.MISSING_MAX)))
                .invoke(tally::missing)
                .replaceWithVoid();
    }

    private Uni<VpnPanel.Page> step(
            PanelId panel, AtomicReference<Optional<String>> cursor, DriftTally tally) {
        return panels.panel(panel)
                .users(cursor.get(), PAGE_SIZE)
                .invoke(page -> cursor.set(page.next()))
                .call(page -> unitOfWork.run(() -> compare(panel, page.entries(), tally)));
    }

    private Uni<Void> compare(PanelId panel, List<VpnPanel.Entry> entries, DriftTally tally) {
        return accesses.findAll(
                        entries.stream().map(VpnPanel.Entry::access).collect(Collectors.toSet()))
                .map(ReportDrift::byId)
                .invoke(known -> entries.forEach(entry -> tally.add(known, entry, now())))
                .chain(() -> accesses.sighted(panel, usages(entries), tally.at()));
    }

    private Instant now() {
        return clock.instant();
    }

    private static Map<AccessId, Access> byId(List<Access> known) {
        return known.stream().collect(Collectors.toMap(a -> a.desire().id(), Function.identity()));
    }

    private static List<Accesses.Usage> usages(List<VpnPanel.Entry> entries) {
        return entries.stream()
                .map(entry -> Accesses.Usage.of(entry.access(), entry.user()))
                .toList();
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
