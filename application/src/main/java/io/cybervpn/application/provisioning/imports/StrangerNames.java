package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.provisioning.port.PanelStrangers;
import io.cybervpn.application.provisioning.port.PanelUserKey;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.cybervpn.domain.provisioning.model.Takeover;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Reads which users of a panel are meant: names alone are kept, and a few users to be shown. */
@Singleton
final class StrangerNames {
    /** The most at once. */
    static final int MAX = 100_000;

    private static final int PAGE_SIZE = 1_000;
    private static final int SAMPLE = 20;

    private final PanelStrangers strangers;
    private final Clock clock;

    @Inject
    StrangerNames(PanelStrangers strangers, Clock clock) {
        this.strangers = strangers;
        this.clock = clock;
    }

    /** One who was looked at; empty when the panel has no such user. */
    record Looked(String name, Optional<Stranger> user) {}

    /** What was found. */
    sealed interface Found {
        /** These. */
        record Names(List<String> names, Map<String, Integer> refusals, List<Looked> sample)
                implements Found {
            /** Copies. */
            public Names {
                names = List.copyOf(names);
                refusals = Map.copyOf(refusals);
                sample = List.copyOf(sample);
            }
        }

        /** More than {@link #MAX}. */
        record TooMany() implements Found {}

        /** The panel does not answer, or not so. */
        record Unavailable(String reason) implements Found {}
    }

    /** Those who are named, or all. Never in a unit of work. */
    Uni<Found> of(PanelId panel, Optional<List<String>> named) {
        return named.map(names -> look(panel, names))
                .orElseGet(() -> all(panel))
                .onFailure(ListStrangers::isNoAnswer)
                .recoverWithItem(
                        failure -> new Found.Unavailable(String.valueOf(failure.getMessage())));
    }

    private Uni<Found> look(PanelId panel, List<String> names) {
        return Multi.createFrom()
                .iterable(names.stream().limit(SAMPLE).toList())
                .onItem()
                .transformToUniAndConcatenate(
                        name ->
                                strangers
                                        .find(panel, new PanelUserKey.Name(name))
                                        .map(user -> new Looked(name, user)))
                .collect()
                .asList()
                .map(sample -> new Found.Names(names, Map.of(), sample));
    }

    private Uni<Found> all(PanelId panel) {
        Tally tally = new Tally();
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        cursor -> page(panel, cursor, tally))
                .whilst(page -> page.next().isPresent() && tally.names.size() <= MAX)
                .collect()
                .last()
                .map(_ -> tally.found());
    }

    private Uni<PanelStrangers.Page> page(
            PanelId panel, AtomicReference<Optional<String>> cursor, Tally tally) {
        return strangers
                .page(panel, cursor.get(), PAGE_SIZE)
                .invoke(page -> cursor.set(page.next()))
                .invoke(page -> page.strangers().forEach(tally::add));
    }

    private final class Tally {
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> refusals = new HashMap<>();
        private final List<Looked> sample = new ArrayList<>();

        private void add(Stranger user) {
            names.add(user.name());
            if (sample.size() < SAMPLE) {
                sample.add(new Looked(user.name(), Optional.of(user)));
            }
            TakeOver.refusal(Takeover.of(user.state(), clock.instant()))
                    .ifPresent(code -> refusals.merge(code, 1, Integer::sum));
        }

        private Found found() {
            return names.size() > MAX
                    ? new Found.TooMany()
                    : new Found.Names(names.stream().distinct().toList(), refusals, sample);
        }
    }
}
