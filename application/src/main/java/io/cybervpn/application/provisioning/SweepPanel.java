package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.provisioning.port.SweepTurns;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.Leavings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a whole panel with our records, page by page: what drifted or is missing becomes due,
 * and used traffic is noted. Holds one page in memory, whatever the panel's size, and costs one
 * call and three statements a page. A sweep that breaks off is simply done again at the next turn.
 * Each panel has turns of its own, and one that is down keeps no other waiting.
 */
@Singleton
public final class SweepPanel {
    private static final int PANELS_MAX = 64;

    private final SweepTurns turns;
    private final Panels panels;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Leavings leavings;
    private final Clock clock;

    @Inject
    SweepPanel(
            SweepTurns turns,
            Panels panels,
            UnitOfWork unitOfWork,
            Accesses accesses,
            Leavings leavings,
            Clock clock) {
        this.turns = turns;
        this.panels = panels;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.leavings = leavings;
        this.clock = clock;
    }

    /**
     * How to sweep.
     *
     * @param every the least time, of each panel, from the start of one sweep to the next, over all
     *     instances
     * @param pageSize users per page, 1 to 1000
     */
    public record Command(Duration every, int pageSize) {}

    /** What came of it. */
    public sealed interface Result {
        /** Somebody swept lately, or is sweeping. */
        record NotDue() implements Result {}

        /**
         * Done, of all panels whose turn it was.
         *
         * @param seen users of ours on the panel
         * @param orphans those of them without a record here; they are left alone
         * @param drifted records that became due because the panel differs
         * @param missing records that became due because the panel has no such user
         * @param failed panels that could not be read to their end
         */
        record Swept(int seen, int orphans, int drifted, int missing, List<PanelId> failed)
                implements Result {
            /** Copies the list. */
            public Swept {
                failed = List.copyOf(failed);
            }

            private static Swept broken(PanelId panel) {
                return new Swept(0, 0, 0, 0, List.of(panel));
            }

            private Swept plus(Swept other) {
                return new Swept(
                        seen + other.seen,
                        orphans + other.orphans,
                        drifted + other.drifted,
                        missing + other.missing,
                        Stream.of(failed, other.failed).flatMap(List::stream).toList());
            }
        }
    }

    private record Step(int seen, int orphans, int drifted, Optional<String> next) {}

    /** Sweeps those that are due. */
    public Uni<Result> execute(Command command) {
        return Multi.createFrom()
                .items(atWork())
                .onItem()
                .transformToUni(panel -> turn(panel, command))
                .merge(PANELS_MAX)
                .collect()
                .in(
                        () -> new AtomicReference<Result>(new Result.NotDue()),
                        (sum, one) -> sum.updateAndGet(before -> sum(before, one)))
                .map(AtomicReference::get);
    }

    private Stream<PanelId> atWork() {
        return panels.all().stream()
                .map(Panels.Known::panel)
                .filter(panel -> panel.mode() != PanelMode.OFF)
                .map(Panel::id);
    }

    private static Result sum(Result before, Result one) {
        return switch (before) {
            case Result.NotDue() -> one;
            case Result.Swept swept ->
                    one instanceof Result.Swept other ? swept.plus(other) : swept;
        };
    }

    private Uni<Result> turn(PanelId panel, Command command) {
        Instant start = clock.instant();
        return turns.take(panel, start, command.every())
                .chain(
                        ours ->
                                ours
                                        ? sweep(panel, command.pageSize(), start)
                                        : Uni.createFrom().item(new Result.NotDue()));
    }

    private Uni<Result> sweep(PanelId panel, int pageSize, Instant start) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        cursor -> step(panel, cursor, pageSize, start))
                .whilst(step -> step.next().isPresent())
                .collect()
                .in(Tally::new, Tally::add)
                .chain(tally -> finish(panel, tally, start))
                .onFailure(SweepPanel::noAnswer)
                .recoverWithItem(Result.Swept.broken(panel));
    }

    private static boolean noAnswer(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private Uni<Step> step(
            PanelId panel, AtomicReference<Optional<String>> cursor, int size, Instant start) {
        return panels.panel(panel)
                .users(cursor.get(), size)
                .invoke(page -> cursor.set(page.next()))
                .chain(page -> unitOfWork.run(() -> compare(panel, page, start)));
    }

    private Uni<Step> compare(PanelId panel, VpnPanel.Page page, Instant start) {
        Set<AccessId> ids =
                page.entries().stream().map(VpnPanel.Entry::access).collect(Collectors.toSet());
        return accesses.findAll(ids).chain(known -> compare(panel, page, known, start));
    }

    private Uni<Step> compare(
            PanelId panel, VpnPanel.Page page, List<Access> known, Instant start) {
        Map<AccessId, Access> byId =
                known.stream().collect(Collectors.toMap(a -> a.desire().id(), Function.identity()));
        Set<AccessId> drifted =
                page.entries().stream()
                        .filter(entry -> drifted(byId, entry, start))
                        .map(VpnPanel.Entry::access)
                        .collect(Collectors.toSet());
        List<Accesses.Usage> usages =
                page.entries().stream()
                        .filter(entry -> byId.containsKey(entry.access()))
                        .map(SweepPanel::usage)
                        .toList();
        int orphans = page.entries().size() - usages.size();
        return accesses.sighted(panel, usages, start)
                .chain(() -> leave(panel, byId, page))
                .chain(() -> accesses.recheck(drifted, start))
                .map(due -> new Step(page.entries().size(), orphans, due, page.next()));
    }

    /** Whose access is elsewhere is removed, such as by a backup that was played back. */
    private Uni<Void> leave(PanelId panel, Map<AccessId, Access> known, VpnPanel.Page page) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        for (VpnPanel.Entry entry : page.entries()) {
            Access access = known.get(entry.access());
            if (access != null && !access.isAt(panel)) {
                noted = noted.chain(() -> leavings.add(entry.access(), panel, clock.instant()));
            }
        }
        return noted;
    }

    private static Accesses.Usage usage(VpnPanel.Entry entry) {
        return Accesses.Usage.of(entry.access(), entry.user());
    }

    private static boolean drifted(Map<AccessId, Access> known, VpnPanel.Entry entry, Instant now) {
        return Optional.ofNullable(known.get(entry.access()))
                .filter(access -> access.isAt(entry.user().panel()))
                .filter(access -> access.differsFrom(entry.state(), entry.user(), now))
                .isPresent();
    }

    private Uni<Result> finish(PanelId panel, Tally tally, Instant start) {
        return unitOfWork
                .run(() -> accesses.recheckUnseen(panel, start, clock.instant()))
                .map(
                        missing ->
                                new Result.Swept(
                                        tally.seen,
                                        tally.orphans,
                                        tally.drifted,
                                        missing,
                                        List.of()));
    }

    private static final class Tally {
        private int seen;
        private int orphans;
        private int drifted;

        private void add(Step step) {
            seen += step.seen();
            orphans += step.orphans();
            drifted += step.drifted();
        }
    }
}
