package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.SweepTurns;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.Accesses;
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

/**
 * Compares the whole panel with our records, page by page: what drifted or is missing becomes due,
 * and used traffic is noted. Holds one page in memory, whatever the panel's size, and costs one
 * call and three statements a page. A sweep that breaks off is simply done again at the next turn.
 */
@Singleton
public final class SweepPanel {
    private final SweepTurns turns;
    private final VpnPanel panel;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Clock clock;

    @Inject
    SweepPanel(
            SweepTurns turns,
            VpnPanel panel,
            UnitOfWork unitOfWork,
            Accesses accesses,
            Clock clock) {
        this.turns = turns;
        this.panel = panel;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.clock = clock;
    }

    /**
     * How to sweep.
     *
     * @param every the least time from the start of one sweep to the next, over all instances
     * @param pageSize users per page, 1 to 1000
     */
    public record Command(Duration every, int pageSize) {}

    /** What came of it. */
    public sealed interface Result {
        /** Somebody swept lately, or is sweeping. */
        record NotDue() implements Result {}

        /**
         * Done.
         *
         * @param seen users of ours on the panel
         * @param orphans those of them without a record here; they are left alone
         * @param drifted records that became due because the panel differs
         * @param missing records that became due because the panel has no such user
         */
        record Swept(int seen, int orphans, int drifted, int missing) implements Result {}
    }

    private record Step(int seen, int orphans, int drifted, Optional<String> next) {}

    /** Sweeps if it is due. */
    public Uni<Result> execute(Command command) {
        Instant start = clock.instant();
        return turns.take(start, command.every())
                .chain(
                        ours ->
                                ours
                                        ? sweep(command.pageSize(), start)
                                        : Uni.createFrom().item(new Result.NotDue()));
    }

    private Uni<Result> sweep(int pageSize, Instant start) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        cursor -> step(cursor, pageSize, start))
                .whilst(step -> step.next().isPresent())
                .collect()
                .in(Tally::new, Tally::add)
                .chain(tally -> finish(tally, start));
    }

    private Uni<Step> step(AtomicReference<Optional<String>> cursor, int size, Instant start) {
        return panel.users(cursor.get(), size)
                .invoke(page -> cursor.set(page.next()))
                .chain(page -> unitOfWork.run(() -> compare(page, start)));
    }

    private Uni<Step> compare(VpnPanel.Page page, Instant start) {
        Set<AccessId> ids =
                page.entries().stream().map(VpnPanel.Entry::access).collect(Collectors.toSet());
        return accesses.findAll(ids).chain(known -> compare(page, known, start));
    }

    private Uni<Step> compare(VpnPanel.Page page, List<Access> known, Instant start) {
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
        return accesses.sighted(usages, start)
                .chain(() -> accesses.recheck(drifted, start))
                .map(due -> new Step(page.entries().size(), orphans, due, page.next()));
    }

    private static Accesses.Usage usage(VpnPanel.Entry entry) {
        return Accesses.Usage.of(entry.access(), entry.user());
    }

    private static boolean drifted(Map<AccessId, Access> known, VpnPanel.Entry entry, Instant now) {
        return Optional.ofNullable(known.get(entry.access()))
                .filter(access -> access.differsFrom(entry.state(), entry.user(), now))
                .isPresent();
    }

    private Uni<Result> finish(Tally tally, Instant start) {
        return unitOfWork
                .run(() -> accesses.recheckUnseen(start, clock.instant()))
                .map(
                        missing ->
                                new Result.Swept(
                                        tally.seen, tally.orphans, tally.drifted, missing));
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
