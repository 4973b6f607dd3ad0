package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds all panels against what is wanted, and tells what differs instead of mending it as {@link
 * SweepPanel} does. What is on its way to the panel is not a difference. One page in memory; never
 * in a unit of work.
 */
@Singleton
public final class CompareWithPanel {
    /** Told at most; whoever finds so many has one fault, not so many. */
    static final int DIFFERENCES_MAX = 100;

    private static final int PAGE_SIZE = 500;

    /** What was removed a moment ago may stand on a page that was read before. */
    static final Duration FRESH = Duration.ofHours(1);

    private final Panels panels;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final Clock clock;

    @Inject
    CompareWithPanel(Panels panels, UnitOfWork unitOfWork, Accesses accesses, Clock clock) {
        this.panels = panels;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {
        /**
         * All of each panel that is not off was read.
         *
         * @param users of ours that they have
         */
        record Compared(long users, List<Difference> differences) implements Result {
            /** Copies the list. */
            public Compared {
                differences = List.copyOf(differences);
            }
        }

        /** A panel gave no answer. */
        record Unavailable(String reason) implements Result {}
    }

    /** Compares. */
    public Uni<Result> execute() {
        Tally tally = new Tally();
        return Multi.createFrom()
                .items(atWork())
                .onItem()
                .transformToUniAndConcatenate(panel -> compare(panel, tally))
                .collect()
                .asList()
                .<Result>map(_ -> new Result.Compared(tally.users, tally.differences))
                .onFailure(CompareWithPanel::noAnswer)
                .recoverWithItem(
                        failure -> new Result.Unavailable(String.valueOf(failure.getMessage())));
    }

    private Stream<PanelId> atWork() {
        return panels.all().stream()
                .map(Panels.Known::panel)
                .filter(panel -> panel.mode() != PanelMode.OFF)
                .map(Panel::id);
    }

    private Uni<List<AccessId>> compare(PanelId panel, Tally tally) {
        Instant start = clock.instant();
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        cursor -> step(panel, cursor, start, tally))
                .whilst(page -> page.next().isPresent())
                .collect()
                .last()
                .chain(() -> unitOfWork.run(() -> accesses.unseen(panel, start, DIFFERENCES_MAX)))
                .invoke(unseen -> unseen.forEach(tally::missing));
    }

    private static boolean noAnswer(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private Uni<VpnPanel.Page> step(
            PanelId panel, AtomicReference<Optional<String>> cursor, Instant start, Tally tally) {
        return panels.panel(panel)
                .users(cursor.get(), PAGE_SIZE)
                .invoke(page -> cursor.set(page.next()))
                .call(page -> unitOfWork.run(() -> compare(panel, page.entries(), start, tally)));
    }

    private Uni<Void> compare(
            PanelId panel, List<VpnPanel.Entry> entries, Instant start, Tally tally) {
        return accesses.findAll(
                        entries.stream().map(VpnPanel.Entry::access).collect(Collectors.toSet()))
                .invoke(known -> compare(entries, byId(known), tally))
                .chain(() -> accesses.sighted(panel, usages(entries), start));
    }

    private static Map<AccessId, Access> byId(List<Access> known) {
        return known.stream().collect(Collectors.toMap(a -> a.desire().id(), Function.identity()));
    }

    private static List<Accesses.Usage> usages(List<VpnPanel.Entry> entries) {
        return entries.stream()
                .map(entry -> Accesses.Usage.of(entry.access(), entry.user()))
                .toList();
    }

    private void compare(List<VpnPanel.Entry> entries, Map<AccessId, Access> known, Tally tally) {
        for (VpnPanel.Entry entry : entries) {
            tally.users++;
            Optional.ofNullable(known.get(entry.access()))
                    .map(access -> difference(access, entry))
                    .orElseGet(() -> Optional.of(stranger(entry)))
                    .ifPresent(tally::add);
        }
    }

    private Optional<Difference> difference(Access access, VpnPanel.Entry entry) {
        if (!access.isAt(entry.user().panel())) {
            return Optional.of(elsewhere(access, entry));
        }
        return switch (access) {
            case Access.Pending _, Access.Failing _, Access.Waiting _, Access.Parked _ ->
                    Optional.empty();
            case Access.Ready ready -> difference(ready, entry);
            case Access.Removed removed ->
                    removed.at().isBefore(clock.instant().minus(FRESH))
                            ? Optional.of(stranger(entry))
                            : Optional.empty();
        };
    }

    private Optional<Difference> difference(Access.Ready ready, VpnPanel.Entry entry) {
        Instant now = clock.instant();
        return ready.differsFrom(entry.state(), entry.user(), now)
                ? Optional.of(
                        new Difference(
                                "panel-user-differs",
                                entry.access().value().toString(),
                                "in %s; wanted until %s, the panel has %s"
                                        .formatted(
                                                ready.desire()
                                                        .spec()
                                                        .differencesFrom(entry.state(), now),
                                                ready.desire().spec().expireAt(),
                                                entry.state().expireAt())))
                : Optional.empty();
    }

    private static Difference elsewhere(Access access, VpnPanel.Entry entry) {
        return new Difference(
                "panel-user-elsewhere",
                entry.access().value().toString(),
                "panel %s has a user whose access belongs to panel %s"
                        .formatted(entry.user().panel().value(), access.desire().panel().value()));
    }

    private static Difference stranger(VpnPanel.Entry entry) {
        return new Difference(
                "panel-user-unknown",
                entry.access().value().toString(),
                "the panel has a user of ours until %s whom nobody bought"
                        .formatted(entry.state().expireAt()));
    }

    private static final class Tally {
        private final List<Difference> differences = new ArrayList<>();
        private long users;

        private void add(Difference difference) {
            if (differences.size() < DIFFERENCES_MAX) {
                differences.add(difference);
            }
        }

        private void missing(AccessId access) {
            add(
                    new Difference(
                            "panel-user-missing",
                            access.value().toString(),
                            "it was brought to the panel, and the panel has no such user"));
        }
    }
}
